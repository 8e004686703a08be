"""What a digit is: MNIST, and a drawing brought to its form."""

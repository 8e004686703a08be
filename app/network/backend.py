"""TensorFlow and Keras, the one door to them: configured before they load, and silent."""

import os

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
# It announces itself on stderr, and the compiled loop does not use it.
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"

import keras
import tensorflow as tf

__all__ = ["keras", "tf"]

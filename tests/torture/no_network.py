"""Runs a command in a network of its own in which there is nobody: `unshare --map-root-user --net`."""

import errno
import fcntl
import os
import socket
import struct
import sys

SIOCSIFFLAGS = 0x8914
IFF_UP = 1
ELSEWHERE = ("192.0.2.1", 80)
"""An address that is nobody's, by RFC 5737; only a machine without any way out says so at once."""


def raise_loopback() -> None:
    """Let this machine talk to itself: a new network begins without even that."""
    with socket.socket() as anything:
        fcntl.ioctl(anything, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", IFF_UP))


def assert_alone() -> None:
    """Make sure that there is no way out."""
    with socket.socket() as outwards:
        outwards.settimeout(1)
        if outwards.connect_ex(ELSEWHERE) != errno.ENETUNREACH:
            raise SystemExit("there is a network")


if __name__ == "__main__":
    raise_loopback()
    assert_alone()
    os.execvp(sys.argv[1], sys.argv[1:])

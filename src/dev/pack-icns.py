"""Packs PNGs into an Apple icon: a header, then one block (type, length, PNG) for each size."""

import pathlib
import struct
import sys

# Types that take a PNG as it is, macOS 10.7 and later; the 2x types are the same pixels for another density.
TYPES = {16: ["icp4"], 32: ["icp5", "ic11"], 64: ["icp6", "ic12"], 128: ["ic07"], 256: ["ic08", "ic13"], 512: ["ic09", "ic14"]}


def main(target, folder):
    blocks = b""
    for size, types in TYPES.items():
        png = (pathlib.Path(folder) / f"iris-{size}.png").read_bytes()
        for name in types:
            blocks += name.encode() + struct.pack(">I", len(png) + 8) + png
    pathlib.Path(target).write_bytes(b"icns" + struct.pack(">I", len(blocks) + 8) + blocks)


main(*sys.argv[1:])

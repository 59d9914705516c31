"""`depeche run` killed five times at random moments; `make faults` does it fifty times, and more that can go wrong."""

import os

from faults.killing import kill_and_compare


def test_killed_five_times(tmp_path):
    seed = int.from_bytes(os.urandom(3))
    told = kill_and_compare(tmp_path, kills=5, documents=24, seed=seed)
    assert (told["kills"], told["lost"], told["doubled"]) == (5, 0, 0)

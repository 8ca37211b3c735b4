"""The built site → the place where readers find it: a branch, a server, or any storage.

    found = look(target)                    # what is published there
    found.put(site, progress)               # the old site is there until the new one is

Each kind of place has its module; what they do is said in `places`.
"""

"""lxml: what a Python program for XML exports would do. One thread: there is no more to be had."""

from collections import defaultdict

from lxml import etree

from figures import Figures, main, name


def plain(file: str, threads: int) -> Figures:
    people: dict[int, set[str]] = defaultdict(set)
    totals: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for _, record in etree.iterparse(file, tag="Claim"):
        day = record.findtext("PaidDate")
        yuan, _, cents = record.findtext("AidAmount").partition(".")
        quarter = (int(day[:4]) - 2012) * 4 + (int(day[5:7]) - 1) // 3
        people[quarter].add(record.findtext("IdNo"))
        total = totals[quarter]
        total[0] += 1
        total[1] += int(yuan + cents.ljust(2, "0"))
        # Frees the record and the white space before it.
        record.clear()
        while record.getprevious() is not None:
            del record.getparent()[0]
    counted = {name(quarter): [len(people[quarter]), *total] for quarter, total in totals.items()}
    counted["cumulative"] = [
        len(set().union(*people.values())),
        sum(total[0] for total in totals.values()),
        sum(total[1] for total in totals.values()),
    ]
    return counted


main("lxml", {"plain": plain})

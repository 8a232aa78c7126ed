"""What a reader can conclude: every table of whole numbers that agrees with all that was printed.

Of each group and quarter there are person-times and money, which add up over quarters and over groups, and of each
group and span people, who do not. The solver finds the least and the most that a hidden cell can be in any of them.
"""

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

BIG = 10_000


class System:
    """Variables that are not negative, and linear constraints of them."""

    def __init__(self, whole):
        self.whole = whole
        self.places = {}
        self.rows = []

    def variable(self, key):
        return self.places.setdefault(key, len(self.places))

    def add(self, terms, low, high):
        """low <= sum of factor times variable <= high."""
        self.rows.append(([(self.variable(key), factor) for key, factor in terms], low, high))

    def ready(self):
        data, columns, starts = [], [], [0]
        low, high = [], []
        for terms, least, most in self.rows:
            for place, factor in terms:
                columns.append(place)
                data.append(factor)
            starts.append(len(data))
            low.append(least)
            high.append(most)
        self.matrix = csr_array((data, columns, starts), shape=(len(low), len(self.places)))
        self.matrix.sum_duplicates()
        self.low, self.high = np.array(low, float), np.array(high, float)
        return self

    def bounds(self, terms):
        """The least and the most of a sum; None: nothing agrees with what was printed."""
        goal = np.zeros(len(self.places))
        for key, factor in terms:
            goal[self.places[key]] += factor
        ends = []
        for sign in (1, -1):
            result = milp(
                sign * goal, constraints=LinearConstraint(self.matrix, self.low, self.high), bounds=Bounds(0, np.inf),
                integrality=np.ones(len(goal)) if self.whole else np.zeros(len(goal)))
            if result.status == 3:
                ends.append(np.inf * sign * -1)
            elif result.x is None:
                return None
            else:
                ends.append(float(result.x @ goal))
        return ends[0], ends[1]


class Model:
    """The groups of one breakdown, or of two fields and their pair, at all times.

    Every place in `series` is a group for which there are variables; a cell of `tables` is a sum of series.
    """

    def __init__(self, programme, truth, printed, places, everything_hidden=False):
        self.programme, self.truth, self.places = programme, truth, places
        self.pair = next((p for p in places if isinstance(programme.breakdowns[p], list)), None)
        finest = [p for p in places if programme.breakdowns[p] == "care"]
        self.base = self.pair if self.pair is not None else (finest or places)[0]
        self.series = sorted(truth.groups[self.base])
        self.people, self.money = System(True), System(False)
        self.seen = {}
        self.printed = printed
        self.hides_everything = everything_hidden
        self.build()

    def members(self, place, group):
        """The series that a group of a table takes in."""
        if isinstance(group, frozenset):
            return sorted(group)
        if place == self.base:
            return [group]
        if self.programme.breakdowns[place] == "kind":
            return [s for s in self.series if self.programme.kinds[s] == group]
        axis = self.programme.breakdowns[self.pair].index(self.programme.breakdowns[place])
        return [s for s in self.series if s[axis] == group]

    def now(self, step, place, group):
        """A group as a delivery has it: those of before that are in it, if there are others."""
        if isinstance(group, frozenset) or isinstance(group, tuple):
            return group
        members = self.programme.members(self.programme.breakdowns[place], group, step)
        return group if members == [group] else frozenset(members)

    def groups(self, step, place):
        """All groups of a table, as a delivery has them."""
        found = {self.now(step, place, self.programme.named(self.programme.breakdowns[place], g, step)
                          if isinstance(g, str) else g) for g in self.truth.groups[place]}
        return sorted(found, key=str)

    def version(self, step, span):
        return tuple(self.truth.version(step, t) for t in range(span[0], span[1] + 1))

    def times(self, step, place, group, span):
        return [(("n", self.truth.version(step, t), s, t), 1)
                for s in self.members(place, group) for t in range(span[0], span[1] + 1)]

    def head(self, step, place, group, span):
        """The variable of the people of a cell, with all that always holds of it."""
        key = ("r", self.version(step, span), place, group, span)
        if key not in self.seen:
            self.seen[key] = True
            self.people.add([(key, 1)] + [(k, -f) for k, f in self.times(step, place, group, span)], -np.inf, 0)
            if span[0] < span[1]:
                quarters = [self.head(step, place, group, (t, t)) for t in range(span[0], span[1] + 1)]
                for quarter in quarters:
                    self.people.add([(key, 1), (quarter, -1)], 0, np.inf)
                self.people.add([(key, 1)] + [(q, -1) for q in quarters], -np.inf, 0)
            if place != self.base or isinstance(group, frozenset):
                cells = [self.head(step, self.base, s, span) for s in self.members(place, group)]
                for cell in cells:
                    self.people.add([(key, 1), (cell, -1)], 0, np.inf)
                self.people.add([(key, 1)] + [(c, -1) for c in cells], -np.inf, 0)
        return key

    def build(self):
        truth, programme = self.truth, self.programme
        for step in sorted(self.printed.totals):
            totals = self.printed.totals[step]
            for span, (people, times, money) in totals.items():
                terms = [t for s in self.series for t in self.times(step, self.base, s, span)]
                self.people.add(terms, times, times)
                self.money.add(terms, money, money)
            for place in self.places:
                for span in {key[2:] for key in self.cells(step) if key[0] == place}:
                    if span not in totals:
                        continue
                    heads = [self.head(step, place, g, span) for g in self.groups(step, place)]
                    self.people.add([(h, 1) for h in heads], totals[span][0], np.inf)
                    for head in heads:
                        self.people.add([(head, 1)], 0, totals[span][0])
            for key, why in self.cells(step).items():
                self.add_cell(step, key, why)
            if not self.hides_everything:
                for key in self.printed.large.get(step, ()):
                    if key[0] in self.places:
                        self.people.add([(self.head(step, key[0], self.now(step, *key[:2]), key[2:]), 1)], 2 * programme.min_group, np.inf)
            self.add_spans(step)
            if not self.hides_everything:
                self.add_rests(step, totals)
        self.add_changes()
        if programme.breakdowns[self.base] in ("month", "mon"):
            self.add_months()
        if not self.hides_everything:
            self.add_ranks()
        # Every variable of people is one of money as well, or none.
        for key in list(self.people.places):
            if key[0] == "n":
                self.money.variable(key)
        self.people.ready()
        self.money.ready()

    def cells(self, step):
        """Every printed cell of a step: its figures, or why it is hidden."""
        cells = {}
        for source in (self.printed.shown, self.printed.hidden):
            for key, value in source.get(step, {}).items():
                if key[0] in self.places:
                    # Shown in one report, it is known in all of the step.
                    if key not in cells or not isinstance(cells[key], tuple):
                        cells[key] = value
        if self.hides_everything:
            for key, value in cells.items():
                if isinstance(value, tuple) and value[1]:
                    cells[key] = "small" if value[0] < self.programme.min_group else "complement"
        return cells

    def add_cell(self, step, key, why):
        place, group, *span = key
        group, span = self.now(step, place, group), tuple(span)
        times = self.times(step, place, group, span)
        if isinstance(why, tuple):
            people, count, money = why
            self.people.add(times, count, count)
            self.money.add(times, money, money)
            head = self.head(step, place, group, span)
            self.people.add([(head, 1)], people, people)
            return
        head = self.head(step, place, group, span)
        least = self.programme.min_group
        if why == "small":
            self.people.add([(head, 1)], 1, least - 1)
        elif why == "complement":
            self.people.add([(head, 1)], least, np.inf)
        else:
            self.people.add([(head, 1)], 0, 2 * least - 1)
            self.people.add([(head, BIG)] + [(k, -f) for k, f in times], 0, np.inf)

    def add_rests(self, step, totals):
        """Groups that are not shown by name: their person-times and money add up, their people are told apart."""
        rests = {key: state for key, state in self.printed.rests.get(step, {}).items() if key[0] in self.places}
        for (place, groups, *span), state in rests.items():
            span = tuple(span)
            rest = ("r", self.version(step, span), place, groups, span)
            heads = [self.head(step, place, g, span) for g in sorted(groups)]
            for head in heads:
                self.people.add([(rest, 1), (head, -1)], 0, np.inf)
            self.people.add([(rest, 1)] + [(h, -1) for h in heads], -np.inf, 0)
            times = [t for g in groups for t in self.times(step, place, g, span)]
            self.people.add([(rest, 1)] + [(k, -f) for k, f in times], -np.inf, 0)
            if span in totals:
                # Whoever is in no other group is in the rest.
                others = [self.head(step, place, g, span) for g in sorted(self.truth.groups[place] - groups)]
                self.people.add([(rest, 1)] + [(o, 1) for o in others], totals[span][0], np.inf)
                self.people.add([(rest, 1)], 0, totals[span][0])
            if isinstance(state, tuple):
                people, count, money = state
                self.people.add([(rest, 1)], people, people)
                self.people.add(times, count, count)
                self.money.add(times, money, money)
            elif state == "small":
                self.people.add([(rest, 1)], 1, self.programme.min_group - 1)
            for other, rest_of_other in rests.items():
                inner = tuple(other[2:])
                if other[:2] == (place, groups) and inner != span and span[0] <= inner[0] and inner[1] <= span[1]:
                    part = ("r", self.version(step, inner), place, groups, inner)
                    self.people.add([(rest, 1), (part, -1)], 0, np.inf)

    def add_spans(self, step):
        """Whoever is in a span is in its part or in one of the quarters that the part lacks."""
        by_group = {}
        for place, group, *span in self.cells(step):
            by_group.setdefault((place, self.now(step, place, group)), set()).add(tuple(span))
        for (place, group), spans in by_group.items():
            for whole in spans:
                for part in spans:
                    if part == whole or not (whole[0] <= part[0] and part[1] <= whole[1]):
                        continue
                    whole_head = self.head(step, place, group, whole)
                    part_head = self.head(step, place, group, part)
                    rest = [t for t in range(whole[0], whole[1] + 1) if not part[0] <= t <= part[1]]
                    self.people.add([(whole_head, 1), (part_head, -1)], 0, np.inf)
                    self.people.add(
                        [(whole_head, 1), (part_head, -1)]
                        + [(self.head(step, place, group, (t, t)), -1) for t in rest], -np.inf, 0)

    def add_changes(self):
        """From one delivery to the next no group changes by more than all of them do."""
        steps = sorted(self.printed.totals)
        for before, after in zip(steps, steps[1:]):
            for t in range(self.programme.first, self.programme.last + 1):
                old, new = self.truth.version(before, t), self.truth.version(after, t)
                if old == new or before < self.truth.known_since(t):
                    continue
                late, back = self.truth.changes(before, after, t)
                for s in self.series:
                    pair = [(("n", new, s, t), 1), (("n", old, s, t), -1)]
                    self.people.add(pair, -back[0], late[0])
                    self.money.add(pair, -back[1], late[1])
                    heads = [(self.head(after, self.base, s, (t, t)), 1), (self.head(before, self.base, s, (t, t)), -1)]
                    self.people.add(heads, -back[0], late[0])

    def add_months(self):
        """A month has claims in its own quarter alone, as everybody knows."""
        for key in [k for k in self.people.places if k[0] == "n"]:
            month = int("".join(c for c in key[2] if c.isdigit()))
            if key[3] % 4 != (month - 1) // 3:
                self.people.add([(key, 1)], 0, 0)
                self.money.add([(key, 1)], 0, 0)

    def add_ranks(self):
        """Where a group has a rank by people, none that is hidden has more."""
        for step, key, value in self.printed.ranks:
            if key[0] not in self.places:
                continue
            for other, why in self.printed.hidden.get(step, {}).items():
                if other[0] == key[0] and other[2:] == key[2:] and why != "withheld":
                    head = self.head(step, other[0], self.now(step, *other[:2]), other[2:])
                    self.people.add([(head, 1)], 0, value)

    def bounds(self, step, key):
        """Of a cell the least and the most of people, person-times and money; None: contradiction."""
        place, group, *span = key
        group, span = self.now(step, place, group), tuple(span)
        times = self.times(step, place, group, span)
        ends = [self.people.bounds([(self.head(step, place, group, span), 1)]),
                self.people.bounds(times), self.money.bounds(times)]
        if any(e is None for e in ends):
            return None
        if round(ends[1][0], 3) == round(ends[1][1], 3) and self.is_one_claim_more(step, key):
            # Where the one claim is, there is its money.
            ends[2] = (float(self.truth.cell(step, key)[2]),) * 2
        return ends

    def is_one_claim_more(self, step, key):
        """Whether a cell was shown before, and one claim alone has come or gone in its quarter since."""
        first, last = key[2:]
        for earlier in range(step):
            if first != last or not isinstance(self.cells(earlier).get(key), tuple):
                continue
            late, back = self.truth.changes(earlier, step, first)
            if late[0] + back[0] == 1:
                return True
        return False

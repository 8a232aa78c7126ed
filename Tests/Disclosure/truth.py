"""The true figures of a programme, at every delivery."""


class Truth:
    def __init__(self, programme):
        self.programme = programme
        self.groups = {
            place: {programme.group(c, b) for c in programme.claims} for place, b in enumerate(programme.breakdowns)}
        self.standing = [programme.standing(step) for step in range(len(programme.steps))]
        self.versions = {}
        for t in range(programme.first, programme.last + 1):
            version = 0
            for step, claims in enumerate(self.standing):
                if step and self.quarter(step, t) != self.quarter(step - 1, t):
                    version = step
                self.versions[step, t] = version

    def quarter(self, step, t):
        return self.figures(c for c in self.standing[step] if c.quarter == t)

    def version(self, step, t):
        """Since which delivery a quarter's totals are as they are: whoever sees them the same sees no change."""
        return self.versions.get((step, t), 0)

    def known_since(self, t):
        return next((s for s, claims in enumerate(self.standing) if any(c.quarter == t for c in claims)), 0)

    def changes(self, before, after, t):
        """Person-times and money that came late, and that were taken back."""
        old = {c.number: c for c in self.standing[before] if c.quarter == t}
        new = {c.number: c for c in self.standing[after] if c.quarter == t}
        late = [c for n, c in new.items() if n not in old]
        back = [c for n, c in old.items() if n not in new]
        return (len(late), sum(c.amount for c in late)), (len(back), sum(c.amount for c in back))

    def cell(self, step, key):
        place, group, first, last = key
        breakdown = self.programme.breakdowns[place]
        return self.figures(
            c for c in self.standing[step]
            if first <= c.quarter <= last and self.programme.group(c, breakdown, step) == group)

    def is_dominated(self, step, key):
        """Whether all but the two with the most money of a cell have less than p percent of what the first has."""
        largest, second, total = self.largest(step, key)
        return 100 * (total - largest - second) < self.programme.p_percent * largest

    def largest(self, step, key):
        """What the two have who have the most of a cell, and what all have."""
        place, group, first, last = key
        breakdown = self.programme.breakdowns[place]
        sums = {}
        for claim in self.standing[step]:
            if first <= claim.quarter <= last and self.programme.group(claim, breakdown, step) == group:
                sums[claim.person] = sums.get(claim.person, 0) + claim.amount
        ordered = sorted(sums.values(), reverse=True) + [0, 0]
        return ordered[0], ordered[1], sum(ordered)

    def rest(self, step, place, groups, span):
        """Of several groups of a table together."""
        breakdown = self.programme.breakdowns[place]
        return self.figures(
            c for c in self.standing[step]
            if span[0] <= c.quarter <= span[1] and self.programme.group(c, breakdown) in groups)

    @staticmethod
    def figures(claims):
        claims = list(claims)
        return len({c.person for c in claims}), len(claims), sum(c.amount for c in claims)

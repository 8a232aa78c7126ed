"""The troubles that exports are given: how often, when, and what they need."""

import file_troubles as files
import record_troubles as records

# kind: (rate, stage, function, format that it needs). They are put in in this order, stage by stage: first what
# records mean, then how cells are written, then how files are; one that moves columns before those that add lines.
TROUBLES = {
    "invisible": (0.2, "cells", records.invisible, None),
    "offset-dates": (0.2, "cells", records.offset_dates, None),
    "date-forms": (0.15, "cells", records.date_forms, None),
    "told-date-forms": (0.08, "cells", records.told_date_forms, None),
    "serial-dates": (0.08, "cells", records.serial_dates, None),
    "loose-serials": (0.06, "cells", records.loose_serials, None),
    "amount-forms": (0.15, "cells", records.amount_forms, None),
    "amount-commas": (0.08, "cells", records.amount_commas, None),
    "unit-column": (0.1, "meanings", records.unit_column, None),
    "unit-cells": (0.1, "meanings", records.unit_cells, "csv"),
    "unit-contradicts": (0.04, "meanings", records.unit_contradicts, None),
    "unit-cell-contradicts": (0.08, "meanings", records.unit_cell_contradicts, None),
    "amount-scale": (0.05, "meanings", records.amount_scale, None),
    "zero-amounts": (0.15, "meanings", records.zero_amounts, None),
    "shared-claims": (0.08, "meanings", records.shared_claims, None),
    "cut-claims": (0.08, "meanings", records.cut_claims, None),
    "far-off-dates": (0.12, "meanings", records.far_off_dates, None),
    "hole": (0.12, "meanings", records.hole, None),
    "similar-groups": (0.12, "meanings", records.similar_groups, None),
    "totals-word-in-claim": (0.1, "meanings", records.totals_word_in_claim, "csv"),
    "rare-groups": (0.08, "meanings", records.rare_groups, None),
    "personal-data": (0.06, "meanings", records.personal_data, None),
    "mixed-encoding": (0.12, "files", files.mixed_encoding, "csv"),
    "xml-field-rare": (0.04, "files", files.xml_field_rare, "xml"),
    "xml-field-missing": (0.05, "files", files.xml_field_missing, "xml"),
    "spreadsheet-xml": (0.03, "files", files.spreadsheet_xml, "xml"),
    "encoding-label": (0.05, "files", files.encoding_label, "xml"),
    "cut-file": (0.12, "files", files.cut_file, "csv"),
    "two-line-header": (0.08, "files", files.two_line_header, "csv"),
    "skipped-lines": (0.08, "files", files.skipped_lines, "csv"),
    "totals": (0.2, "files", files.totals, None),
    "repeated-header": (0.12, "files", files.repeated_header, "csv"),
    "blank-lines": (0.12, "files", files.blank_lines, "csv"),
    "title-lines": (0.12, "files", files.title_lines, "csv"),
    "surplus-columns": (0.1, "files", files.surplus_columns, "csv"),
    "inner-marks": (0.08, "files", files.inner_marks, "csv"),
    "end-marks": (0.1, "files", files.end_marks, "csv"),
    "unit-line": (0.08, "meanings", records.unit_line, "csv"),
    "overlap": (0.08, "meanings", records.overlap, None),
}
STAGES = ("meanings", "cells", "files")


def drawn(rng, only=None):
    """The kinds of one seed."""
    if only is not None:
        return [kind for kind in TROUBLES if kind in only]
    kinds = [kind for kind, (rate, _, _, _) in TROUBLES.items() if rng.random() < rate]
    # Each of these decides what amounts are written in; two at once would decide it twice.
    units = [kind for kind in kinds if kind.startswith("unit-") or kind == "amount-scale"]
    return [kind for kind in kinds if kind not in units[1:]]


def put_in(export, kinds, stage, random_of, old):
    """Puts the kinds of one stage into an export, each with random numbers of its own."""
    for kind in kinds:
        _, at, function, _ = TROUBLES[kind]
        if at == stage and function(export, random_of(kind), old):
            export.kinds.append(kind)


def write_unit_lines(export, rng):
    """Puts what lines above the headers say of the unit where it stands."""
    files.unit_lines(export, rng)


def wanted_formats(kinds):
    return {TROUBLES[kind][3] for kind in kinds} - {None}


def prepare(programme, kinds, rng):
    """What the programme itself must have for a trouble to be possible."""
    if "cut-claims" in kinds or "shared-claims" in kinds:
        programme.has_claim = True
    elif "overlap" in kinds:
        programme.has_claim = programme.has_reverses = False
        programme.optional.discard("reverses")
    if "xml-field-rare" in kinds:
        programme.optional -= set(programme.categories)
    if "rare-groups" in kinds:
        programme.min_group = rng.choice([3, 5])

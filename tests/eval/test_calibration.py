"""Calibration error, and precision from a confidence on."""

import pytest
from eval.calibration import at_least, calibration_error


def test_confidence_that_fits_has_no_error() -> None:
    """Of four with confidence .75 three are right."""
    assert calibration_error([0.75] * 4, [True, True, True, False]) == pytest.approx(0)


def test_error_is_the_mean_gap_of_the_bins() -> None:
    """Half of the attributions are sure and wrong half of the time, the others fit."""
    confidences = [1.0, 1.0, 0.5, 0.5]
    assert calibration_error(confidences, [True, False, True, False]) == pytest.approx(0.25)


def test_precision_and_recall_from_a_confidence_on() -> None:
    """What lies below counts for nothing; recall is of all gold attributions."""
    assert at_least(0.9, [0.95, 0.9, 0.8], [True, False, True], gold=4) == (0.5, 0.25)


def test_nothing_kept_has_no_precision() -> None:
    """No attribution is that sure."""
    assert at_least(0.9, [0.1], [True], gold=1) == (0.0, 0.0)

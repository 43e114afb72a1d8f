"""An authority of two invented countries, for tests."""

from functools import cache

from onrecord.resolve.authority import Authority, Entry, EntryKind, Office, OfficeKind, Territory
from onrecord.resolve.authority.rows import Held, Seat


@cache
def lands() -> Authority:
    """Return Sarnovia and Tolmark with some of their people, bodies and seats."""
    person, state = EntryKind.PERSON, OfficeKind.HEAD_OF_STATE
    return Authority(
        [
            Territory("sv", "test:sv", "Sarnovia", "", (), ("Sarnovian",), ("Sarn",), "test"),
            Territory("tk", "test:tk", "Tolmark", "", (), ("Tolmarkian",), ("Tol",), "test"),
            Entry("test:old", "Ilan A. Verek", person, ("Ilan Verek",), "sv", "m", (), "test", ("Verek",)),
            Entry("test:young", "Ilan B. Verek", person, ("Ilan Verek",), "sv", "m", (), "test", ("Verek",)),
            Entry("test:lorn", "Hedda Lorn", person, ("Hedda Lorn-Vale",), "tk", "f", (), "test", ("Lorn",)),
            Entry("test:smith", "John Smith", person, (), "tk", "m", (), "test", ("Smith",)),
            Held("test:old", Office(state, "President", "sv", "1990-01-01", "1998-12-31")),
            Held("test:young", Office(state, "President", "sv", "2010-01-01", "2018-12-31")),
            Held(
                "test:lorn", Office(OfficeKind.FOREIGN_MINISTER, "Foreign Minister", "tk", "2005-01-01", "2009-12-31")
            ),
            Held("test:lorn", Office(OfficeKind.HEAD_OF_GOVERNMENT, "Prime Minister", "tk", "2012-01-01")),
            Held("test:smith", Office(OfficeKind.MINISTER, "Minister of Fisheries", "tk", "2012-01-01")),
            Entry("test:gov-sv", "Sarnovian government", EntryKind.GOVERNMENT, (), "sv"),
            Seat("Old Mill", ("the Mill",), "test:gov-sv", "test"),
            Entry("test:tern", "Tern News", EntryKind.OUTLET, ("TN",), "tk"),
            Entry("test:hw", "High Water Board", EntryKind.ORGANISATION, ("HWB",), "sv"),
            Entry("test:hw2", "High Water Board", EntryKind.ORGANISATION, (), "tk"),
        ]
    )

"""Short messages: one box, each fault once, two different ones together, and never over what is in use."""

import pytest

from trusthub_tui.profile import paths
from trusthub_tui.store.errors import DiskFull, FileBusy
from trusthub_tui.store.records import Place


@pytest.mark.parametrize("size", ["100x40", "60x20"])
@pytest.mark.parametrize("path", [paths.COUNTRY, paths.POSTAL_CODE])
async def test_a_fault_is_told_once_whoever_meets_it_and_another_one_beside_it(desk, monkeypatch, size, path):
    draft = desk.profile(place=Place(2, path, 0))
    full, busy = DiskFull(desk.file), FileBusy(desk.file)

    def fails(fault):
        def act(*_, **__):
            raise fault

        return act

    async with desk.at(size, draft) as person:
        guard = person.app.services.guard
        monkeypatch.setattr(desk.store.profiles, "save", fails(full))
        await person.go_to(paths.CITY)
        await person.type("ab")
        await person.press("ctrl+s")
        guard.do(fails(full), failed="The copy was not made.")
        await person.settled()
        (told,) = person.notices
        assert told.count(full.message) == 1, "the same fault, met by typing, by saving and by another part"
        guard.do(fails(busy))
        await person.settled()
        (told,) = person.notices
        assert told.count(busy.message) == 1
        assert told.count(full.message) == (size == "100x40"), "where there is room: it could not be read yet"
        for _ in range(8):
            (toast,) = person.app.screen.query("Toast")
            assert not toast.region.overlaps(person.focused.region), person.screen
            await person.press("tab")
        desk.clock.forward(2)
        await person.press("tab")
        assert person.notices == []
        guard.do(fails(full))
        await person.settled()
        desk.clock.forward(2)
        guard.do(fails(busy))
        await person.settled()
        (told,) = person.notices
        assert full.message not in told, "it was read"

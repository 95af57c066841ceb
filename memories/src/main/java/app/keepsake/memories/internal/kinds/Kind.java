package app.keepsake.memories.internal.kinds;

import java.util.List;

/** A kind of memories. Each is one class without state; {@link #ALL} names them. */
public sealed interface Kind
        permits OnThisDay,
                LastWeekend,
                TripAway,
                BusyDays,
                OfAlbum,
                Birthday,
                Cakes,
                Wedding,
                Gathering,
                Firsts,
                Newest,
                PlaceAgain,
                Undated,
                Feasts,
                OldAlbum,
                PersonStory,
                TwoTogether,
                Pets,
                FamilyYears,
                ThenAndNow,
                Seasons,
                BestOf,
                Themes,
                Highlights {
    List<Kind> ALL = List.of(
            new OnThisDay(),
            new LastWeekend(),
            new TripAway(),
            new BusyDays(),
            new OfAlbum(),
            new Birthday(),
            new Cakes(),
            new Wedding(),
            new Gathering(),
            new Firsts(),
            new Newest(),
            new PlaceAgain(),
            new Undated(),
            new Feasts(),
            new OldAlbum(),
            new PersonStory(),
            new TwoTogether(),
            new Pets(),
            new FamilyYears(),
            new ThenAndNow(),
            new Seasons(),
            new BestOf(),
            new Themes(),
            new Highlights());

    /** Its name in ids, choices and JSON. */
    String key();

    /** All memories of this kind that could be told, in a fixed order. */
    List<Draft> drafts(TellingContext context);
}

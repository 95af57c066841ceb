package app.keepsake.memories.internal.kinds;

import java.util.List;

/** A kind of memories. Each is one class without state; {@link #ALL} names them. */
public sealed interface Kind permits TripAway, BusyDays, Highlights {
    List<Kind> ALL = List.of(new TripAway(), new BusyDays(), new Highlights());

    /** Its name in ids, choices and JSON. */
    String key();

    /** All memories of this kind that could be told, in a fixed order. */
    List<Draft> drafts(Telling telling);
}

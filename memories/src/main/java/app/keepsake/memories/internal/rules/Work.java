package app.keepsake.memories.internal.rules;

import app.keepsake.memories.Item;
import java.util.Set;

/**
 * Pictures of work: screens, whiteboards, desks, documents and receipts, also those that are only perhaps one. A choice
 * names them all by the tag {@link #TAG}. Whatever shows a face is of people, and not meant.
 */
public final class Work {
    public static final String TAG = "work";

    /** Less than what keeps a picture out unasked. */
    private static final float PERHAPS = 0.25f;

    private static final Set<String> TAGS =
            Set.of(TAG, "office", "laptop", "keyboard", "mouse", "whiteboard", "screen", "document", "receipt");

    private Work() {}

    public static boolean isShownBy(Item item) {
        if (item.faces() > 0 || !item.people().isEmpty()) {
            return false;
        }
        return item.mundane() >= PERHAPS || item.tags().stream().anyMatch(TAGS::contains);
    }
}

package app.keepsake.cli;

import app.keepsake.operations.backup.Backup;
import java.util.ArrayList;
import java.util.List;

/** What a backup holds, in words. */
final class BackupWords {
    private BackupWords() {}

    /** For example "300 names, 500 choices and 12 edits". */
    static String of(Backup.Holdings holds) {
        List<String> parts = new ArrayList<>();
        add(parts, holds.named(), "name", "names");
        add(parts, holds.people() - holds.named(), "person without a name", "people without names");
        add(parts, holds.faces(), "face to know them by", "faces to know them by");
        add(parts, holds.corrections(), "correction", "corrections");
        add(parts, holds.choices(), "choice", "choices");
        add(parts, holds.edits(), "edit", "edits");
        add(parts, holds.requests(), "memory or search you asked for", "memories and searches you asked for");
        add(parts, holds.showings(), "showing of a memory", "showings of memories");
        add(parts, holds.unsure(), "pair you could not tell", "pairs you could not tell");
        add(parts, holds.dates(), "date of a picture", "dates of pictures");
        add(parts, holds.settings(), "setting", "settings");
        add(parts, holds.places(), "place to send films to", "places to send films to");
        if (parts.isEmpty()) {
            return "nothing: nothing was said yet";
        }
        String last = parts.removeLast();
        return parts.isEmpty() ? last : String.join(", ", parts) + " and " + last;
    }

    private static void add(List<String> parts, int number, String one, String many) {
        if (number > 0) {
            parts.add(number + " " + (number == 1 ? one : many));
        }
    }
}

package app.keepsake.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Choices as a text for people to read, keep and bring to another library: a line each, with the stance, the subject
 * and the note, parted by tabs. Lines that begin with # and empty lines say nothing.
 */
public final class ChoiceFile {
    private static final String HEADER = """
            # Keepsake's choices: stance, subject and note, parted by tabs.
            # Stances: less, never, favourite, allow; and hide, of photos alone. Subjects: person:NAME, pair:NAME + NAME, place:NAME,
            # dates:2020-01-01..2020-01-31, holiday:CHRISTMAS, kind:trip, tag:food, folder:PATH, photo:CONTENT HASH.
            """;

    private ChoiceFile() {}

    /** One line of a file. */
    public record Entry(Choice.Stance stance, Subject subject, String note) {
        /** @throws IllegalArgumentException when something else than a photo or clip is to be hidden */
        public Entry {
            if (stance == Choice.Stance.HIDE && !(subject instanceof Subject.OfAsset)) {
                throw new IllegalArgumentException(
                        "Expected photo: with hide, found \"%s\". Use never, or hide the person."
                                .formatted(subject.toText()));
            }
        }
    }

    public static String write(List<Choice> choices, List<Person> people) {
        SubjectText subjects = new SubjectText(people);
        StringBuilder text = new StringBuilder(HEADER);
        for (Choice choice : choices) {
            text.append(choice.stance().name().toLowerCase(Locale.ROOT))
                    .append('\t')
                    .append(escaped(subjects.write(choice.subject())));
            if (!choice.note().isEmpty()) {
                text.append('\t').append(escaped(choice.note()));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /**
     * Reads a whole file, or nothing of it.
     *
     * @throws IllegalArgumentException naming the line that is wrong
     */
    public static List<Entry> read(String text, List<Person> people) {
        SubjectText subjects = new SubjectText(people);
        List<Entry> entries = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                try {
                    entries.add(entry(line, subjects));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("Line %d: %s".formatted(i + 1, e.getMessage()), e);
                }
            }
        }
        return List.copyOf(entries);
    }

    private static Entry entry(String line, SubjectText subjects) {
        String[] columns = line.split("\t", 3);
        if (columns.length < 2) {
            throw new IllegalArgumentException("Expected a stance, a tab and a subject, found \"%s\".".formatted(line));
        }
        return new Entry(
                Choice.Stance.parse(columns[0]),
                subjects.read(unescaped(columns[1])),
                columns.length == 3 ? unescaped(columns[2]) : "");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                plain.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}

package app.keepsake.memories.internal.search;

import app.keepsake.memories.Meanings;
import app.keepsake.memories.SearchAnswer.Sort;
import app.keepsake.memories.internal.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Understands what somebody looks for: each phrase, the longest first, is a time, or what something in the library is
 * called; what is neither is looked up by what it means. All phrases must hold, and of those with "or" between them one.
 * The same words, library and day give the same query, once the meanings are known. Immutable.
 */
final class QueryParser {
    private static final int LONGEST_MEANING = 3;
    private static final int MOST_BEGINNINGS = 12;
    private static final int FEWEST_LETTERS = 2;
    private static final Set<Sort> SAID = Set.of(Sort.DATE, Sort.KIND, Sort.CAMERA);

    private final List<Names> names;
    private final WrittenWords written;
    private final TimePhrases times;
    private final List<Words> languages;
    private final Set<String> tags;
    private final Meanings meanings;
    private final Set<String> fillers;
    private final Set<String> or;
    private final Set<String> without;

    /**
     * @param names of people, then of all else
     * @param written what is written in pictures
     * @param languages the user's first
     * @param tags of the library, which words may mean
     */
    QueryParser(
            List<Names> names,
            WrittenWords written,
            TimePhrases times,
            List<Words> languages,
            Set<String> tags,
            Meanings meanings) {
        this.names = List.copyOf(names);
        this.written = written;
        this.times = times;
        this.languages = List.copyOf(languages);
        this.tags = Set.copyOf(tags);
        this.meanings = meanings;
        this.fillers = words("find.fillers");
        this.or = words("find.or");
        this.without = words("find.without");
    }

    private Set<String> words(String key) {
        return languages.stream()
                .flatMap(language -> language.names(key).stream())
                .map(Token::plain)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @param typing whether somebody may still be writing the last word, so that what begins so is meant
     */
    Query parse(String text, LocalDate today, boolean typing) {
        List<Token> tokens = Token.of(text);
        boolean unfinished = typing && !tokens.isEmpty() && tokens.getLast().to() == text.length();
        return new Parsing(tokens, today, unfinished).parse();
    }

    /** One text. */
    private final class Parsing {
        private final List<Token> tokens;
        private final LocalDate today;
        private final boolean unfinished;
        private final List<Query.Clause> clauses = new ArrayList<>();
        private final List<String> unknown = new ArrayList<>();
        private boolean waits;
        /** Whether the next phrase is an alternative to the last clause. */
        private boolean alternative;

        private boolean negated;

        Parsing(List<Token> tokens, LocalDate today, boolean unfinished) {
            this.tokens = tokens;
            this.today = today;
            this.unfinished = unfinished;
        }

        Query parse() {
            int at = 0;
            while (at < tokens.size()) {
                at += Math.max(1, understand(at));
            }
            return new Query(clauses, unknown, waits);
        }

        /** How many words were understood together. */
        private int understand(int at) {
            List<Phrase> found = exact(at);
            if (!found.isEmpty()) {
                return add(at, withText(at, found));
            }
            Token token = tokens.get(at);
            if (!token.quoted()) {
                if (or.contains(token.plain())) {
                    alternative = !clauses.isEmpty();
                    return 1;
                }
                if (without.contains(token.plain())) {
                    negated = true;
                    return 1;
                }
                if (fillers.contains(token.plain())) {
                    return 1;
                }
            }
            if (unfinished && at == tokens.size() - 1 && !token.quoted()) {
                List<Phrase> begun = begun(token);
                if (!begun.isEmpty()) {
                    return add(at, begun);
                }
            }
            return token.quoted() ? written(at) : meant(at);
        }

        /** What is written in pictures and nothing else is called, if anything. */
        private int written(int at) {
            List<Phrase> found = text(at, 1);
            return found.isEmpty() ? miss(tokens.get(at)) : add(at, found);
        }

        /** A word may be a name and be written somewhere; times and kinds of files are hardly looked for on signs. */
        private List<Phrase> withText(int at, List<Phrase> found) {
            boolean isSaidOnly = found.stream().anyMatch(phrase -> SAID.contains(phrase.sort));
            return isSaidOnly
                    ? found
                    : Stream.concat(found.stream(), text(at, found.getFirst().length).stream())
                            .toList();
        }

        private List<Phrase> text(int at, int length) {
            List<Token> said = tokens.subList(at, at + length);
            String label = said.stream().map(Token::text).collect(Collectors.joining(" "));
            return written.all(label)
                    .map(condition -> List.of(new Phrase(length, Sort.TEXT, label, condition, false)))
                    .orElse(List.of());
        }

        private int miss(Token token) {
            unknown.add(token.text());
            alternative = false;
            negated = false;
            return 1;
        }

        /** What a phrase of some words is. */
        private record Phrase(int length, Sort sort, String label, Condition condition, boolean begun) {}

        /** What the longest of the phrases that begin here is called. */
        private List<Phrase> exact(int at) {
            Optional<TimePhrases.Match> time = tokens.get(at).quoted() ? Optional.empty() : times.at(tokens, at, today);
            int least = time.map(TimePhrases.Match::length).orElse(1);
            List<Phrase> found = new ArrayList<>();
            for (int length = longest(at); length >= least && found.isEmpty(); length--) {
                String phrase = tokens.subList(at, at + length).stream()
                        .map(Token::plain)
                        .collect(Collectors.joining(" "));
                int words = length;
                names.stream()
                        .flatMap(all -> all.called(phrase).stream())
                        .forEach(entry -> found.add(phrase(words, entry)));
                if (found.isEmpty() && length == 1 && !isSmall(tokens.get(at))) {
                    names.stream()
                            .flatMap(all -> all.inflected(phrase).stream())
                            .forEach(entry -> found.add(phrase(1, entry)));
                }
            }
            boolean timeToo = time.isPresent() && (found.isEmpty() || found.getFirst().length == least);
            if (timeToo && found.stream().noneMatch(each -> each.sort == Sort.DATE)) {
                found.add(new Phrase(
                        least, Sort.DATE, time.get().label(), time.get().condition(), false));
            }
            return found;
        }

        /** Words that say how others belong together, and are no other words' cases. */
        private boolean isSmall(Token token) {
            String word = token.plain();
            return fillers.contains(word) || or.contains(word) || without.contains(word);
        }

        private static Phrase phrase(int length, Entry entry) {
            return new Phrase(length, entry.sort(), entry.label(), entry.condition(), false);
        }

        /** What is in quotes is one phrase. */
        private int longest(int at) {
            if (tokens.get(at).quoted()) {
                return 1;
            }
            int length = 1;
            while (length < Names.LONGEST
                    && at + length < tokens.size()
                    && !tokens.get(at + length).quoted()) {
                length++;
            }
            return length;
        }

        /** What begins with a word that is still being written. */
        private List<Phrase> begun(Token token) {
            if (token.plain().length() < FEWEST_LETTERS) {
                return List.of();
            }
            List<Phrase> found = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (Names all : names) {
                all.beginning(token.plain())
                        .filter(entry -> seen.add(entry.sort() + entry.label()))
                        .limit(MOST_BEGINNINGS)
                        .forEach(entry ->
                                found.add(new Phrase(1, entry.sort(), entry.label(), entry.condition(), true)));
            }
            written.beginning(token.plain())
                    .ifPresent(condition -> found.add(new Phrase(1, Sort.TEXT, token.text(), condition, true)));
            return found;
        }

        /** The longest of the phrases that begin here whose meaning is known. */
        private int meant(int at) {
            boolean pending = false;
            int end = at;
            while (end < Math.min(tokens.size(), at + LONGEST_MEANING) && isFree(end)) {
                end++;
            }
            for (int to = end; to > at; to--) {
                String phrase = tokens.subList(at, to).stream()
                        .map(token -> token.text().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" "));
                Optional<List<String>> meant = meanings.of(english(phrase), tags);
                if (meant.isEmpty()) {
                    pending = true;
                } else if (!meant.get().isEmpty()) {
                    String label =
                            meant.get().stream().map(languages.getFirst()::tag).collect(Collectors.joining(", "));
                    Condition condition = new Condition.Tagged(new TreeSet<>(meant.get()));
                    return add(at, withText(at, List.of(new Phrase(to - at, Sort.THING, label, condition, false))));
                }
            }
            waits |= pending;
            List<Phrase> text = text(at, 1);
            if (!text.isEmpty()) {
                return add(at, text);
            }
            if (!pending) {
                return miss(tokens.get(at));
            }
            alternative = false;
            negated = false;
            return 1;
        }

        private boolean isFree(int at) {
            Token token = tokens.get(at);
            return !token.quoted() && !isSmall(token) && exact(at).isEmpty();
        }

        /** What a language has a word for that is not seen here goes by its English name. */
        private String english(String phrase) {
            String plain = Token.plain(phrase);
            return languages.stream()
                    .flatMap(language ->
                            language.tagNamed(name -> Token.plain(name).equals(plain)).stream())
                    .findFirst()
                    .orElse(phrase);
        }

        private int add(int at, List<Phrase> found) {
            int length = found.getFirst().length;
            int from = tokens.get(at).from();
            int to = tokens.get(at + length - 1).to();
            List<Reading> readings = found.stream()
                    .map(phrase -> new Reading(from, to, phrase.sort, phrase.label, phrase.condition, phrase.begun))
                    .toList();
            if (alternative && !negated && !clauses.getLast().without()) {
                Query.Clause last = clauses.removeLast();
                clauses.add(new Query.Clause(
                        Stream.concat(last.anyOf().stream(), readings.stream()).toList(), false));
            } else {
                clauses.add(new Query.Clause(readings, negated));
            }
            alternative = false;
            negated = false;
            return length;
        }
    }
}

package app.keepsake.cli;

import app.keepsake.catalog.Memory;
import app.keepsake.cli.log.Log;
import app.keepsake.film.Mood;
import app.keepsake.operations.film.MoodFit;
import app.keepsake.operations.index.LimitedMemory;
import app.keepsake.server.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Keepsake's commands as processes beside this one, all over the same library. */
final class OwnProcess implements Program {
    /** The class that is started, by name alone: it is above all commands. */
    private static final String MAIN = OwnProcess.class.getPackageName() + ".Main";

    /** Enough for a picture of 200 million pixels, and for a film. Indexing has options of its own. */
    private static final String LARGEST_HEAP = "-Xmx2g";

    /** Enough for the model that tells what words mean. */
    private static final String HEAP_OF_MEANINGS = "-Xmx300m";

    private static final Pattern LANGUAGE = Pattern.compile("([a-z]{2}(-[A-Z][a-z]{3})?)?");

    private final LibraryFolder library;

    OwnProcess(LibraryFolder library) {
        this.library = library;
    }

    @Override
    public List<String> command(String language, Part part) {
        if (!LANGUAGE.matcher(language).matches()) {
            throw new IllegalArgumentException(
                    "Expected a language such as \"de\" or \"zh-Hans\", or none, found \"%s\".".formatted(language));
        }
        long memory = LimitedMemory.ofMachine();
        List<String> words = new ArrayList<>(isLimited(part) ? LimitedMemory.words(memory) : List.of());
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String launcher = System.getProperty("keepsake.launcher");
        if (launcher != null) {
            Path options = Path.of(launcher);
            words.add("@" + options.resolve("jvm.options"));
            words.add(heap(part, options, memory));
        } else {
            words.addAll(List.of(
                    "--add-modules",
                    "jdk.incubator.vector",
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:+UseSerialGC",
                    switch (part) {
                        case THUMBNAILS, LISTEN -> LimitedMemory.heapOption(memory);
                        case MEANINGS -> HEAP_OF_MEANINGS;
                        case INDEX, ERRAND, PLAY, ENCODER -> LARGEST_HEAP;
                    }));
        }
        words.addAll(List.of("-Djava.awt.headless=true", "-Dkeepsake.progress=json", Log.option()));
        if (!language.isEmpty()) {
            Locale locale = Locale.forLanguageTag(language);
            words.add("-Duser.language=" + locale.getLanguage());
            words.add("-Duser.script=" + locale.getScript());
        }
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        words.add(
                switch (part) {
                    case INDEX, LISTEN, ERRAND -> "errand";
                    case PLAY -> "play";
                    case THUMBNAILS -> "thumbnails";
                    case MEANINGS -> "meanings";
                    case ENCODER -> "encodes";
                });
        if (part != Part.THUMBNAILS && part != Part.MEANINGS) {
            words.addAll(List.of("--library", library.root().toString()));
        }
        return words;
    }

    /** Whether it opens files that may come from anywhere, and nothing else of the machine. */
    private static boolean isLimited(Part part) {
        return part == Part.THUMBNAILS || part == Part.LISTEN;
    }

    private static String heap(Part part, Path options, long memory) {
        return switch (part) {
            case INDEX -> "@" + options.resolve("index.options");
            case THUMBNAILS, LISTEN -> LimitedMemory.heapOption(memory);
            case MEANINGS -> HEAP_OF_MEANINGS;
            case ERRAND, PLAY, ENCODER -> LARGEST_HEAP;
        };
    }

    @Override
    public List<String> moods() {
        return Mood.names();
    }

    @Override
    public String moodFor(Memory memory) {
        return MoodFit.of(memory);
    }
}

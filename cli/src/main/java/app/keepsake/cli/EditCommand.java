package app.keepsake.cli;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Edit;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.film.Mood;
import app.keepsake.memories.KeptOut;
import app.keepsake.memories.Retelling;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "edit",
        description =
                "Changes a memory as you want it told: its words, its shots, the music of its film. What you change"
                        + " stays when memories are made anew. Without options, lists the shots and their numbers.",
        mixinStandardHelpOptions = true,
        footer = {"", "Numbers are those that the command lists before it changes anything."})
final class EditCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MEMORY", description = "A memory's name, as the command memories lists them.")
    private String id = "";

    @Option(names = "--title", paramLabel = "TEXT", description = "Empty for its own.")
    private @Nullable String title;

    @Option(names = "--subtitle", paramLabel = "TEXT", description = "The line below the title; may be empty.")
    private @Nullable String subtitle;

    @Option(names = "--mood", paramLabel = "M", description = "Of its film; empty for one that fits.")
    private @Nullable String mood;

    @Option(names = "--piece", paramLabel = "N", description = "Another piece of music in that mood; 0 for the first.")
    private @Nullable Integer piece;

    @Option(names = "--music", paramLabel = "FILE", description = "Music of your own; empty for none.")
    private @Nullable String music;

    @Option(names = "--remove", paramLabel = "N", description = "Takes a shot out. May be given several times.")
    private List<Integer> removed = List.of();

    @Option(names = "--move", paramLabel = "N:M", description = "Moves shot N to place M. May be given several times.")
    private List<String> moved = List.of();

    @Option(names = "--key", paramLabel = "N", description = "Makes it the first: it opens the film, and is the card.")
    private @Nullable Integer key;

    @Option(names = "--add", paramLabel = "FILE", description = "Adds a photo or clip. May be given several times.")
    private List<Path> added = List.of();

    @Option(
            names = "--moves",
            paramLabel = "N",
            description = "Lets a live photo move in the film, whatever its mood. May be given several times.")
    private List<Integer> moving = List.of();

    @Option(
            names = "--still",
            paramLabel = "N",
            description = "Lets a live photo stand still. May be given several times.")
    private List<Integer> standing = List.of();

    @Option(names = "--reset", description = "First takes all changes back.")
    private boolean reset;

    @Option(names = "--json", description = "The result as one JSON object, for programs.")
    private boolean json;

    @Mixin
    private LibraryOption library = new LibraryOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        try (Catalog catalog = library.openCatalog()) {
            Retelling retelling = Retelling.of(catalog, Locale.getDefault());
            Memory told = catalog.memories().find(id).orElseThrow(() -> MemoriesCommand.unknown(id));
            Memory before = reset ? told : retelling.retold(told).orElseThrow(() -> MemoriesCommand.unknown(id));
            retelling.edit(told, wanted(before, catalog));
            print(retelling.retold(told).orElseThrow(() -> MemoriesCommand.unknown(id)), catalog);
        }
        return ExitCode.OK;
    }

    private Edit wanted(Memory before, Catalog catalog) throws IOException {
        Edit edit = before.edit();
        Optional<String> otherMood =
                mood == null ? edit.mood() : Optional.of(mood).filter(name -> !name.isEmpty());
        otherMood.ifPresent(Mood::named);
        return new Edit(
                title == null ? edit.title() : Optional.of(title.strip()).filter(text -> !text.isEmpty()),
                subtitle == null ? edit.subtitle() : Optional.of(subtitle.strip()),
                otherMood,
                piece == null ? edit.piece() : piece,
                music == null ? edit.music() : music(music),
                isAboutShots() ? shots(before, catalog) : edit.shots(),
                moves(before),
                edit.details());
    }

    private Map<Long, Boolean> moves(Memory before) {
        List<Long> numbered = before.shots().stream().map(Shot::assetId).toList();
        Map<Long, Boolean> moves = new HashMap<>(before.edit().moves());
        moving.forEach(number -> moves.put(at(number, numbered), true));
        standing.forEach(number -> moves.put(at(number, numbered), false));
        return moves;
    }

    private static Optional<Path> music(String name) throws IOException {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Path file = Path.of(name).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IOException("%s: expected a music file, found none that can be read.".formatted(file));
        }
        return Optional.of(file);
    }

    private boolean isAboutShots() {
        return !removed.isEmpty() || !moved.isEmpty() || !added.isEmpty() || key != null;
    }

    private List<Long> shots(Memory before, Catalog catalog) throws IOException {
        List<Long> numbered = before.shots().stream().map(Shot::assetId).toList();
        List<Long> shots = new ArrayList<>(numbered);
        for (int number : removed) {
            shots.remove(at(number, numbered));
        }
        for (String move : moved) {
            String[] places = move.split(":", 2);
            try {
                place(at(Integer.parseInt(places[0]), numbered), Integer.parseInt(places[places.length - 1]), shots);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("Expected a move like 5:2, found \"%s\".".formatted(move), e);
            }
        }
        if (key != null) {
            place(at(key, numbered), 1, shots);
        }
        for (Path file : added) {
            place(asset(file, catalog), shots.size() + 1, shots);
        }
        if (shots.isEmpty()) {
            throw new IllegalArgumentException("A film needs at least one shot, and all are taken out. Leave one in.");
        }
        return shots;
    }

    private static Long at(int number, List<Long> numbered) {
        if (number < 1 || number > numbered.size()) {
            throw new IllegalArgumentException(
                    "Expected the number of a shot from 1 to %d, found %d.".formatted(numbered.size(), number));
        }
        return numbered.get(number - 1);
    }

    private static void place(Long asset, int place, List<Long> shots) {
        shots.remove(asset);
        shots.add(Math.clamp(place - 1, 0, shots.size()), asset);
    }

    private static long asset(Path file, Catalog catalog) throws IOException {
        Asset asset = ChoicesCommand.asset(file, catalog);
        AssetView view = catalog.assets().view(asset.id()).orElseThrow();
        Optional<String> against = new KeptOut(catalog.choices().inForce(), Locale.getDefault()).why(view);
        if (against.isPresent()) {
            throw new IOException("%s: no memory may show it (%s). \"keepsake choices keep\" brings it back."
                    .formatted(file, against.get()));
        }
        return asset.id();
    }

    private void print(Memory memory, Catalog catalog) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.line(toJson(memory, catalog)));
        } else {
            out.println(MemoriesCommand.name(memory) + (memory.edit().isNone() ? "" : " (edited)"));
            memory.edit().mood().ifPresent(name -> out.println("Mood: " + name));
            memory.edit().music().ifPresent(file -> out.println("Music: " + file));
            for (int i = 0; i < memory.shots().size(); i++) {
                Shot shot = memory.shots().get(i);
                out.printf("%4d  %s  (%s)%n", i + 1, MemoriesCommand.file(shot.assetId(), catalog), shot.reason());
            }
        }
        out.flush();
    }

    private static Map<String, Object> toJson(Memory memory, Catalog catalog) {
        Map<String, Object> told = MemoriesCommand.toJson(memory, catalog);
        Map<String, Object> edit = new LinkedHashMap<>();
        memory.edit().title().ifPresent(text -> edit.put("title", text));
        memory.edit().subtitle().ifPresent(text -> edit.put("subtitle", text));
        memory.edit().mood().ifPresent(name -> edit.put("mood", name));
        memory.edit().music().ifPresent(file -> edit.put("music", file.toString()));
        edit.put("piece", memory.edit().piece());
        edit.put(
                "shots",
                memory.edit().shots().stream()
                        .flatMap(asset -> catalog.assets().find(asset).stream())
                        .map(asset -> asset.hash().toString())
                        .toList());
        Map<String, Boolean> moves = new TreeMap<>();
        memory.edit()
                .moves()
                .forEach((id, is) -> catalog.assets()
                        .find(id)
                        .ifPresent(asset -> moves.put(asset.hash().toString(), is)));
        edit.put("moves", moves);
        told.put("edit", edit);
        return told;
    }
}

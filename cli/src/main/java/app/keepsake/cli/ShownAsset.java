package app.keepsake.cli;

import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Flag;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Quality;
import app.keepsake.catalog.Subject;
import app.keepsake.catalog.Taken;
import app.keepsake.catalog.WrittenLine;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Everything that is known of an asset, as names and values for people and programs. */
final class ShownAsset {
    private ShownAsset() {}

    static Map<String, Object> of(Path file, AssetView view, Catalog catalog) {
        AssetFacts facts = view.asset().facts();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("file", file.toString());
        shown.put("hash", view.asset().hash().toString());
        shown.put("copies", view.files().stream().map(Path::toString).toList());
        shown.put("format", facts.format());
        shown.put("width", facts.width());
        shown.put("height", facts.height());
        if (facts.clip()) {
            shown.put("seconds", facts.duration().toMillis() / 1000.0);
            shown.put("hasAudio", facts.hasAudio());
        }
        put(shown, "capturedAt", facts.capturedAt().map(Object::toString));
        put(shown, "utcOffset", facts.utcOffset().map(Object::toString));
        put(shown, "timeSource", facts.timeSource());
        put(shown, "taken", facts.taken().map(Taken::toText));
        put(shown, "timeDoubt", facts.dating().doubt().map(doubt -> doubt.name().toLowerCase(Locale.ROOT)));
        shown.put("scanned", facts.dating().scanned());
        facts.location()
                .ifPresent(at -> shown.put("location", Map.of("latitude", at.latitude(), "longitude", at.longitude())));
        facts.place().ifPresent(place -> {
            shown.put("place", place.name());
            shown.put("country", place.countryCode());
        });
        put(shown, "camera", facts.camera());
        put(shown, "livePhotoId", facts.livePhotoId());
        put(shown, "burstId", facts.burstId());
        shown.put("favourite", facts.favourite());
        shown.put("hidden", catalog.assets().isHidden(view.asset()));
        shown.put(
                "text",
                catalog.texts().of(view.asset().id()).stream()
                        .map(WrittenLine::text)
                        .toList());
        view.quality().ifPresent(quality -> shown.put("quality", of(quality)));
        List<Person> people = catalog.people().all();
        shown.put("faces", view.faces().stream().map(face -> of(face, people)).toList());
        shown.put(
                "tags",
                view.tags().stream()
                        .sorted((a, b) -> Double.compare(b.confidence(), a.confidence()))
                        .map(tag -> ordered(
                                "name", tag.name(), "confidence", rounded(tag.confidence()), "source", tag.source()))
                        .toList());
        shown.put("flags", view.flags().stream().map(ShownAsset::of).toList());
        shown.put("keptOut", isKeptOut(view, catalog));
        shown.put("broughtBack", isBroughtBack(view, catalog));
        Map<String, String> versions = new TreeMap<>();
        view.versions().forEach((stage, version) -> versions.put(stage.name().toLowerCase(Locale.ROOT), version));
        shown.put("versions", versions);
        return shown;
    }

    private static void put(Map<String, Object> shown, String name, Optional<String> value) {
        value.ifPresent(known -> shown.put(name, known));
    }

    private static Map<String, Object> of(Quality quality) {
        Map<String, Object> told = ordered(
                "overall", rounded(quality.overall()),
                "sharpness", rounded(quality.sharpness()),
                "exposure", rounded(quality.exposure()),
                "colourfulness", rounded(quality.colourfulness()),
                "composition", rounded(quality.composition()),
                "perceptualHash", Long.toHexString(quality.perceptualHash()),
                "colours", Long.toHexString(quality.colours()));
        quality.bestSpan().ifPresent(span -> {
            told.put("bestFrom", span.start().toMillis() / 1000.0);
            told.put("bestTo", span.end().toMillis() / 1000.0);
        });
        return told;
    }

    private static Map<String, Object> of(AssetFace face, List<Person> people) {
        Box box = face.box();
        Map<String, Object> told = ordered(
                "x", rounded(box.x()),
                "y", rounded(box.y()),
                "width", rounded(box.width()),
                "height", rounded(box.height()),
                "score", rounded(face.score()));
        put(told, "quality", face.quality());
        put(told, "smile", face.smile());
        put(told, "eyesOpen", face.eyesOpen());
        face.nameHint().ifPresent(name -> told.put("nameHint", name));
        face.personId().ifPresent(id -> {
            told.put("person", id);
            people.stream()
                    .filter(person -> person.id() == id)
                    .findFirst()
                    .flatMap(Person::name)
                    .ifPresent(name -> told.put("name", name));
        });
        return told;
    }

    private static void put(Map<String, Object> told, String name, OptionalDouble value) {
        value.ifPresent(known -> told.put(name, rounded(known)));
    }

    static Map<String, Object> of(Flag flag) {
        return ordered(
                "kind", flag.kind().name().toLowerCase(Locale.ROOT),
                "probability", rounded(flag.probability()),
                "sensitive", flag.kind().isSensitive(),
                "reason", flag.reason());
    }

    /** Whether a flag, its owner or whom it shows keeps it out of memories. */
    static boolean isKeptOut(AssetView view, Catalog catalog) {
        boolean hiddenElsewhere = view.asset().facts().hidden();
        boolean flagged = view.flags().stream().anyMatch(flag -> flag.probability() >= Flag.LIKELY);
        return ((flagged || hiddenElsewhere) && !isBroughtBack(view, catalog))
                || (!hiddenElsewhere && catalog.assets().isHidden(view.asset()));
    }

    private static boolean isBroughtBack(AssetView view, Catalog catalog) {
        return catalog.choices().about(new Subject.OfAsset(view.asset().hash())).stream()
                .anyMatch(choice -> choice.stance() == Choice.Stance.ALLOW);
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return map;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    static String inWords(Object value) {
        return value instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "))
                : String.valueOf(value);
    }
}

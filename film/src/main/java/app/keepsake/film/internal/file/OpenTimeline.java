package app.keepsake.film.internal.file;

import app.keepsake.film.FilmPlan;
import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.Gap;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.RationalTime;
import app.keepsake.film.timeline.TimeRange;
import app.keepsake.film.timeline.Track;
import app.keepsake.film.timeline.TrackItem;
import app.keepsake.film.timeline.Transition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plan as an OpenTimelineIO file (schema {@code Timeline.1}).
 *
 * @see <a href="https://opentimelineio.readthedocs.io/en/latest/tutorials/otio-serialized-schema.html">OpenTimelineIO:
 *     serialized data documentation</a>
 */
public final class OpenTimeline {
    /** In an order that is the same in each run. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private OpenTimeline() {}

    public static void write(FilmPlan plan, Path file) throws IOException {
        try {
            MAPPER.writeValue(file.toFile(), timeline(plan));
        } catch (JacksonException e) {
            throw new IOException("%s: could not be written. %s".formatted(file, e.getOriginalMessage()), e);
        }
    }

    private static Map<String, Object> timeline(FilmPlan plan) {
        Map<String, Object> result = object("Timeline.1", plan.request().title());
        result.put("global_start_time", null);
        List<Object> tracks = new ArrayList<>();
        plan.timeline().stack().tracks().forEach(track -> tracks.add(track(track)));
        Map<String, Object> stack = composable("Stack.1", "tracks", null);
        stack.put("children", tracks);
        result.put("tracks", stack);
        result.put(
                "metadata",
                Map.of(
                        "keepsake",
                        Map.of(
                                "mood", plan.request().mood().name(),
                                "seed", plan.request().seed(),
                                "width", plan.request().size().width(),
                                "height", plan.request().size().height(),
                                "beatsPerMinute", plan.score().beatsPerMinute())));
        return result;
    }

    private static Map<String, Object> track(Track track) {
        Map<String, Object> result = composable("Track.1", track.name(), null);
        result.put("kind", track.kind() == Track.Kind.VIDEO ? "Video" : "Audio");
        List<Object> children = new ArrayList<>();
        for (TrackItem item : track.items()) {
            // The gaps of no length at the ends stand for black; a transition needs a neighbour.
            children.add(item(item));
        }
        result.put("children", children);
        return result;
    }

    private static Map<String, Object> item(TrackItem item) {
        return switch (item) {
            case Clip clip -> clip(clip);
            case Gap gap -> {
                RationalTime zero = new RationalTime(0, gap.duration().rate());
                yield composable("Gap.1", "", new TimeRange(zero, gap.duration()));
            }
            case Transition transition -> {
                Map<String, Object> result =
                        object("Transition.1", transition.kind().name().toLowerCase(java.util.Locale.ROOT));
                boolean dissolve = transition.kind() == Transition.Kind.CROSSFADE;
                result.put("transition_type", dissolve ? "SMPTE_Dissolve" : "Custom_Transition");
                result.put("in_offset", time(transition.inOffset()));
                result.put("out_offset", time(transition.outOffset()));
                result.put(
                        "metadata",
                        Map.of(
                                "keepsake",
                                Map.of(
                                        "kind", transition.kind().name(),
                                        "heading", transition.heading().name())));
                yield result;
            }
        };
    }

    private static Map<String, Object> clip(Clip clip) {
        Map<String, Object> result = composable("Clip.1", clip.name(), clip.source());
        Map<String, Object> reference = new LinkedHashMap<>();
        Optional<Path> file = file(clip.media());
        if (file.isPresent()) {
            reference.put("OTIO_SCHEMA", "ExternalReference.1");
            reference.put("target_url", file.get().toUri().toString());
        } else {
            reference.put("OTIO_SCHEMA", "MissingReference.1");
        }
        reference.put("name", clip.name());
        reference.put("available_range", null);
        reference.put("metadata", Map.of());
        result.put("media_reference", reference);
        result.put("metadata", Map.of("keepsake", toJson(clip.media())));
        return result;
    }

    private static Optional<Path> file(Media media) {
        return switch (media) {
            case Media.Still still -> Optional.of(still.shot().file());
            case Media.Pair pair -> Optional.of(pair.first().shot().file());
            case Media.Panels panels ->
                Optional.of(panels.pictures().getFirst().shot().file());
            case Media.Footage footage -> Optional.of(footage.shot().file());
            case Media.FootageSound sound -> Optional.of(sound.shot().file());
            case Media.Card card -> Optional.of(card.photo().file());
            case Media.Atlas a -> Optional.empty();
            case Media.Title t -> Optional.empty();
            case Media.Caption c -> Optional.empty();
            case Media.Score s -> Optional.empty();
            case Media.Recording recording -> Optional.of(recording.file());
        };
    }

    private static Map<String, Object> toJson(Media media) {
        return switch (media) {
            case Media.Still still -> camera(still.move());
            case Media.Footage footage -> camera(footage.move());
            case Media.Pair pair ->
                Map.of(
                        "beside", pair.second().shot().file().toUri().toString(),
                        "first", camera(pair.first().move()),
                        "second", camera(pair.second().move()));
            case Media.Panels panels ->
                Map.of(
                        "beside",
                                panels.pictures().stream()
                                        .map(still -> still.shot().file().toUri().toString())
                                        .toList(),
                        "places", panels.places(),
                        "cameras",
                                panels.pictures().stream()
                                        .map(still -> camera(still.move()))
                                        .toList());
            case Media.Title title -> Map.of("title", title.title(), "subtitle", title.subtitle());
            case Media.Caption caption -> Map.of("caption", caption.text());
            case Media.Card card -> Map.of("generator", "keepsake card");
            case Media.Atlas atlas -> Map.of("route", atlas.route());
            case Media.FootageSound s -> Map.of();
            case Media.Score s -> Map.of("generator", "keepsake score");
            case Media.Recording r -> Map.of();
        };
    }

    private static Map<String, Object> camera(CameraMove move) {
        return Map.of(
                "from", move.from(), "to", move.to(), "easing", move.easing().name());
    }

    private static Map<String, Object> composable(
            String schema, String name, @org.jspecify.annotations.Nullable TimeRange range) {
        Map<String, Object> result = object(schema, name);
        Map<String, Object> source = new LinkedHashMap<>();
        if (range != null) {
            source.put("OTIO_SCHEMA", "TimeRange.1");
            source.put("start_time", time(range.start()));
            source.put("duration", time(range.duration()));
        }
        result.put("source_range", range == null ? null : source);
        result.put("effects", List.of());
        result.put("markers", List.of());
        result.put("enabled", true);
        return result;
    }

    private static Map<String, Object> object(String schema, String name) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("OTIO_SCHEMA", schema);
        result.put("name", name);
        result.put("metadata", Map.of());
        return result;
    }

    private static Map<String, Object> time(RationalTime time) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("OTIO_SCHEMA", "RationalTime.1");
        result.put("rate", (double) time.rate());
        result.put("value", (double) time.value());
        return result;
    }
}

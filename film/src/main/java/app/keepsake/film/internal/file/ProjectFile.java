package app.keepsake.film.internal.file;

import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmRequest;
import app.keepsake.film.Length;
import app.keepsake.film.Mood;
import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.Timeline;
import app.keepsake.film.timeline.Track;
import app.keepsake.film.timeline.TrackItem;
import app.keepsake.music.ScorePlan;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** A plan as JSON. Moods are named, times are whole frames, everything else is as the records say. */
public final class ProjectFile {
    private static final String FORMAT = "keepsake-film-1";
    private static final String REMEDY = "Correct the file, or make the project anew with --save-project.";
    private static final JsonMapper MAPPER = mapper();

    private ProjectFile() {}

    /** The file's content. */
    record Project(String format, FilmRequest request, ScorePlan score, Timeline timeline) {}

    /** Kinds are told by a property; unqualified names are enough, since the kinds are sealed. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface Kinds {}

    private static JsonMapper mapper() {
        SimpleModule moods = new SimpleModule();
        moods.addSerializer(Mood.class, new ValueSerializer<Mood>() {
            @Override
            public void serialize(Mood mood, JsonGenerator out, SerializationContext context) {
                out.writeString(mood.name());
            }
        });
        moods.addDeserializer(Mood.class, new ValueDeserializer<Mood>() {
            @Override
            public Mood deserialize(JsonParser in, DeserializationContext context) {
                return Mood.named(in.getString());
            }
        });
        moods.addSerializer(Length.class, new ValueSerializer<Length>() {
            @Override
            public void serialize(Length length, JsonGenerator out, SerializationContext context) {
                out.writeNumber(length.target().toMillis() / 1000.0);
            }
        });
        moods.addDeserializer(Length.class, new ValueDeserializer<Length>() {
            @Override
            public Length deserialize(JsonParser in, DeserializationContext context) {
                return Length.parse(in.getString());
            }
        });
        return JsonMapper.builder()
                .addModule(moods)
                .addMixIn(FilmShot.class, Kinds.class)
                .addMixIn(Media.class, Kinds.class)
                .addMixIn(TrackItem.class, Kinds.class)
                // Projects of older films name no chapters.
                .withConfigOverride(
                        List.class, lists -> lists.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** Writes beside the file and moves it into place. */
    public static void write(FilmPlan plan, Path file) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            MAPPER.writeValue(part.toFile(), new Project(FORMAT, plan.request(), plan.score(), plan.timeline()));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (JacksonException e) {
            throw new IOException("%s: could not be written. %s".formatted(file, e.getOriginalMessage()), e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    public static FilmPlan read(Path file) throws IOException {
        Project project;
        try {
            project = MAPPER.readValue(Files.readString(file), Project.class);
        } catch (JacksonException | IllegalArgumentException e) {
            // Records refuse what makes no sense by the second.
            throw wrong(file, "a film project", rootMessage(e) + where(e), e);
        }
        if (!FORMAT.equals(project.format)
                || project.request == null
                || project.score == null
                || project.timeline == null) {
            throw wrong(file, "a film project of the format " + FORMAT, String.valueOf(project.format), null);
        }
        check(file, project);
        return new FilmPlan(project.request, project.score, project.timeline);
    }

    /** What the renderer takes for granted. */
    private static void check(Path file, Project project) throws IOException {
        List<String> needed = List.of("picture", "titles", "music", "clips");
        for (String name : needed) {
            try {
                Track track = project.timeline.track(name);
                long frames = track.duration().value();
                if (track.rate() != project.request.fps() || frames != project.score.frames()) {
                    throw wrong(
                            file,
                            "track '%s' to last as long as the music, %d frames at %d a second"
                                    .formatted(name, project.score.frames(), project.request.fps()),
                            "%d frames at %d a second".formatted(frames, track.rate()),
                            null);
                }
            } catch (IllegalArgumentException e) {
                throw wrong(file, "the tracks " + needed, String.valueOf(e.getMessage()), e);
            }
        }
    }

    private static IOException wrong(Path file, String expected, String found, @Nullable Exception cause) {
        return new IOException("%s: expected %s, found: %s %s".formatted(file, expected, found, REMEDY), cause);
    }

    private static String where(RuntimeException e) {
        return e instanceof JacksonException json && json.getLocation() != null
                ? " (line %d).".formatted(json.getLocation().getLineNr())
                : ".";
    }

    /** What a record's own check said, where it was one that refused. */
    private static String rootMessage(RuntimeException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof JacksonException json
                ? json.getOriginalMessage()
                : Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    }
}

package app.keepsake.server;

import app.keepsake.operations.sources.WantedSource;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the service asks a process of its own to do. It is told over that process's standard input, as one line of JSON:
 * words of users are data there, and none of them can be taken for an option, a file, or a command.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "errand")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Errand.Index.class, name = "index"),
    @JsonSubTypes.Type(value = Errand.Memories.class, name = "memories"),
    @JsonSubTypes.Type(value = Errand.Texts.class, name = "texts"),
    @JsonSubTypes.Type(value = Errand.Encode.class, name = "encode"),
    @JsonSubTypes.Type(value = Errand.UseEncoder.class, name = "useencoder"),
    @JsonSubTypes.Type(value = Errand.DropEncoder.class, name = "dropencoder"),
    @JsonSubTypes.Type(value = Errand.Create.class, name = "create"),
    @JsonSubTypes.Type(value = Errand.OfAlbum.class, name = "album"),
    @JsonSubTypes.Type(value = Errand.OfSelection.class, name = "selection"),
    @JsonSubTypes.Type(value = Errand.Explain.class, name = "explain"),
    @JsonSubTypes.Type(value = Errand.Checkup.class, name = "checkup"),
    @JsonSubTypes.Type(value = Errand.Film.class, name = "film"),
    @JsonSubTypes.Type(value = Errand.Send.class, name = "send"),
    @JsonSubTypes.Type(value = Errand.Backup.class, name = "backup"),
    @JsonSubTypes.Type(value = Errand.Nightly.class, name = "nightly"),
    @JsonSubTypes.Type(value = Errand.Restore.class, name = "restore"),
    @JsonSubTypes.Type(value = Errand.AddSource.class, name = "addsource"),
    @JsonSubTypes.Type(value = Errand.TestSource.class, name = "testsource"),
    @JsonSubTypes.Type(value = Errand.RemoveSource.class, name = "removesource"),
    @JsonSubTypes.Type(value = Errand.KeepMusic.class, name = "keepmusic"),
    @JsonSubTypes.Type(value = Errand.LookAtTakeout.class, name = "lookattakeout")
})
public sealed interface Errand {
    /**
     * Looks into folders, in their order.
     *
     * @param feature how many memories are featured today already while the library is new; 0 for none
     */
    record Index(List<String> folders, int feature) implements Errand {
        public Index {
            folders = List.copyOf(folders);
        }
    }

    /** Makes all memories, and features some of them today. */
    record Memories(int feature) implements Errand {}

    /** Reads the writing in photos for some minutes. */
    record Texts(int minutes) implements Errand {}

    /** Lets the owner's encoder see photos for some minutes. */
    record Encode(int minutes) implements Errand {}

    /** Tries the encoder in a folder, and sets it when it can be used. */
    record UseEncoder(String folder) implements Errand {}

    /** Takes the encoder away, with all that it said of photos. */
    record DropEncoder() implements Errand {}

    /** Makes a memory of a user's words. */
    record Create(String words) implements Errand {}

    /** Makes a memory of an album, by its number. */
    record OfAlbum(long album) implements Errand {}

    /** Makes a memory of some pictures, by their hashes. */
    record OfSelection(List<String> pictures) implements Errand {
        public OfSelection {
            pictures = List.copyOf(pictures);
        }
    }

    /** Tells why a memory is as it is. */
    record Explain(String memory) implements Errand {}

    /** Looks whether all is well; writes an archive for a report of a fault to the file {@code archive}, unless that is empty. */
    record Checkup(String archive) implements Errand {}

    /** Makes a memory's film, which is to stand in the file {@code film}. */
    record Film(String memory, String mood, String length, String film) implements Errand {}

    /** Makes a memory's film for a place, and sends it there with the user's words. */
    record Send(String memory, String place, String preset, String mood, String words) implements Errand {}

    /** Writes a backup into a file, with passwords of places or without. */
    record Backup(String file, boolean secrets) implements Errand {}

    /** Keeps tonight's backup, if something is new. */
    record Nightly() implements Errand {}

    /**
     * Brings a backup back.
     *
     * @param replace whether nothing of what was said before stays
     * @param look whether only to tell what would change
     * @param folders where folders that the backup speaks of lie now
     */
    record Restore(String file, boolean replace, boolean look, Map<String, String> folders) implements Errand {
        public Restore {
            folders = Map.copyOf(folders);
        }
    }

    /** Asks a source whether it can be read, and keeps it when it lets in. */
    record AddSource(WantedSource source) implements Errand {}

    /** Asks a source that is set up, by its name. */
    record TestSource(String name) implements Errand {}

    /** Forgets a source with all that was read of it. */
    record RemoveSource(String name) implements Errand {}

    /** Listens to a piece of music, whatever it is, and keeps it in the library under the user's {@code name} for it. */
    record KeepMusic(String file, String name) implements Errand {}

    /** Tells what is in ZIPs or folders of an export of Google Photos, and unpacks nothing. */
    record LookAtTakeout(List<String> files) implements Errand {
        public LookAtTakeout {
            files = List.copyOf(files);
        }
    }

    /** One line: JSON has no line break outside of texts, and none that is not escaped inside. */
    default String line() {
        return Lines.MAPPER.writerFor(Errand.class).writeValueAsString(this);
    }

    /**
     * What {@link #line()} wrote.
     *
     * @throws JacksonException when it is no errand
     */
    static Errand of(String line) {
        return Lines.MAPPER.readValue(line, Errand.class);
    }

    /** How errands are written. */
    final class Lines {
        private static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .build();

        private Lines() {}
    }
}

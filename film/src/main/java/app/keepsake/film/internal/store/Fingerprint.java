package app.keepsake.film.internal.store;

import app.keepsake.film.timeline.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A name for all that something depends on: what is said of it, and the files it is made of. */
public final class Fingerprint {
    /** Raised whenever the same plan would give other frames or samples. */
    private static final String VERSION = "3";

    private final MessageDigest digest;

    public Fingerprint(String purpose) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        add(VERSION);
        add(purpose);
    }

    /** Records say all that they hold. */
    public void add(Object said) {
        digest.update(said.toString().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    /** Sizes and times of the files that a medium needs. */
    public void addFiles(Media media) {
        for (Path file : files(media)) {
            try {
                add(Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis());
            } catch (IOException e) {
                add("missing");
            }
        }
    }

    private static List<Path> files(Media media) {
        return switch (media) {
            case Media.Still still -> List.of(still.shot().file());
            case Media.Pair pair ->
                List.of(pair.first().shot().file(), pair.second().shot().file());
            case Media.Panels panels ->
                panels.pictures().stream().map(still -> still.shot().file()).toList();
            case Media.Footage footage -> List.of(footage.shot().file());
            case Media.FootageSound sound -> List.of(sound.shot().file());
            case Media.Recording recording -> List.of(recording.file());
            case Media.Card card -> List.of(card.photo().file());
            case Media.Atlas a -> List.of();
            case Media.Title t -> List.of();
            case Media.Caption c -> List.of();
            case Media.Score s -> List.of();
        };
    }

    /** 64 hexadecimal digits. */
    public String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

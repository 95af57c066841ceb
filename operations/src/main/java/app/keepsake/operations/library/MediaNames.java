package app.keepsake.operations.library;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which files are looked at, by name alone. What a file really is tells its content, later. */
public final class MediaNames {
    private static final Set<String> PHOTOS = Set.of(
            "jpg",
            "jpeg",
            "jpe",
            "jfif",
            "mpo",
            "png",
            "webp",
            "heic",
            "heif",
            "hif",
            "avif",
            "tif",
            "tiff",
            "gif",
            "bmp",
            "dib",
            // Of cameras, with a finished picture inside.
            "dng",
            "cr2",
            "cr3",
            "nef",
            "nrw",
            "arw",
            "sr2",
            "raf",
            "orf",
            "rw2",
            "rwl",
            "pef",
            "srw",
            "3fr",
            "fff",
            "iiq",
            "gpr");

    /** Of phones and cameras, and of what was on tape before. */
    private static final Set<String> CLIPS = Set.of(
            "mp4", "m4v", "mov", "qt", "mp", "mv", "3gp", "3gpp", "3g2", "avi", "divx", "mts", "m2ts", "m2t", "mkv",
            "webm", "mpg", "mpeg", "mpe", "vob", "mod", "tod", "wmv", "asf", "dv");

    private static final Set<String> MUSIC =
            Set.of("mp3", "m4a", "aac", "flac", "ogg", "oga", "opus", "wav", "aif", "aiff");

    private static final Pattern VERSION = Pattern.compile("~\\d{1,3}$");

    private MediaNames() {}

    /** Whether a file has the name of a photo or clip. */
    public static boolean isPhotoOrClip(String name) {
        return PHOTOS.contains(ending(name)) || isClip(name);
    }

    public static boolean isClip(String name) {
        return CLIPS.contains(ending(name));
    }

    /** Whether a file has the name of a piece of music. */
    public static boolean isMusic(String name) {
        return MUSIC.contains(ending(name));
    }

    /** The endings of pieces of music, in order. */
    public static List<String> musicEndings() {
        return MUSIC.stream().sorted().toList();
    }

    /** A name's ending in small letters, without the number of a version; empty when it has none. */
    public static String ending(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        // Google counts versions of a clip behind its ending.
        return VERSION.matcher(ending).replaceFirst("");
    }
}

package app.keepsake.operations.albums;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the owner calls the pictures in a folder, by the folder's name. Most folders are named by a camera, a program or a
 * date, and tell nothing.
 */
final class FolderTitle {
    /** A day, a month or a year before the words, perhaps from one to another: "2019-08-12 ", "20190812_", "12.08.2019 - ". */
    private static final Pattern DATE = Pattern.compile("^(?:"
            + "(?:19|20)\\d{2}(?:[-._ ]?(?:0[1-9]|1[0-2])(?:[-._ ]?(?:0[1-9]|[12]\\d|3[01]))?)?(?!\\d)"
            + "|(?:0?[1-9]|[12]\\d|3[01])\\.(?:0?[1-9]|1[0-2])\\.(?:(?:19|20)?\\d{2}(?!\\d))?"
            + ")(?:\\s*(?:-|\u2013|bis|to)\\s*(?=\\d))?");

    private static final Pattern PUNCTUATION_AT_ENDS = Pattern.compile("^[\\s\\p{Punct}\u2013]+|[\\s_,;:\u2013-]+$");
    private static final Pattern COPY = Pattern.compile("(?i)\\s*(?:\\(\\d+\\)|-?\\s*(?:copy|kopie)(?:\\s*\\d+)?)$");

    /** As cameras number their folders: "100APPLE", "101_PANA", "100D3300". */
    private static final Pattern OF_A_CAMERA = Pattern.compile(
            "\\d{3}[A-Z_][A-Z0-9_]{4}(?:_\\d+)?|(?i)(?:IMG|DSC[FN]?|MVI|PICT|VID|CIMG|SAM|GOPR)[ _-]?\\d+");

    /** As programs sort by year: "Photos from 2019". */
    private static final Pattern OF_A_YEAR = Pattern.compile(
            "(?:photos?|fotos?|foto\u2019s|foto's|bilder|videos?|pictures) (?:\\p{L}{1,4} )?(?:19|20)\\d{2}");

    /** A year or a day in letters that mean nothing. */
    private static final Pattern MACHINE_MADE = Pattern.compile(
            "(?i)(?=.*\\d)[0-9a-f-]{8,}|.*\\p{L}[-_]?(?!(?:19|20)\\d{2}(?!\\d))\\d{3,}.*|.*(?<!\\d)(?!(?:19|20)\\d{2}(?!\\d))\\d{3,}\\p{L}.*");

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}|\\p{IsIdeographic}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Punct}\u2013]+");
    private static final Pattern SPACES = Pattern.compile("[\\s_\\p{Cntrl}]+");

    /** In small letters. */
    private static final Set<String> TELL_NOTHING = Set.of(
            // Cameras and phones.
            "dcim",
            "camera",
            "camera roll",
            "camera uploads",
            "camera-uploads",
            "kamera",
            "kamera-uploads",
            "kameraalbum",
            "aufnahmen",
            "eigene aufnahmen",
            "saved pictures",
            "gespeicherte bilder",
            "screenshots",
            "screenshot",
            "bildschirmfotos",
            "screen recordings",
            "screen recorder",
            "bildschirmaufnahmen",
            "panoramas",
            "bursts",
            "selfies",
            "raw",
            "raws",
            "jpg",
            "jpeg",
            "jpegs",
            "heic",
            "mp4",
            "private",
            "avchd",
            "bdmv",
            "stream",
            "clips",
            // What every program calls its pictures.
            "pictures",
            "my pictures",
            "picture",
            "photos",
            "my photos",
            "photo",
            "images",
            "image",
            "bilder",
            "bild",
            "meine bilder",
            "eigene bilder",
            "fotos",
            "meine fotos",
            "foto",
            "videos",
            "my videos",
            "video",
            "movies",
            "filme",
            "meine videos",
            "eigene videos",
            "media",
            "medien",
            "photo library",
            "photos library",
            "gallery",
            "galerie",
            "album",
            "albums",
            "alben",
            "google photos",
            "google fotos",
            "icloud photos",
            "icloud fotos",
            "takeout",
            "onedrive",
            "dropbox",
            "nextcloud",
            "instant upload",
            "instantupload",
            "sofortupload",
            "originals",
            "originale",
            "masters",
            "edited",
            "bearbeitet",
            "thumbnails",
            "thumbs",
            "previews",
            "sample",
            "samples",
            "test",
            "tests",
            // Messengers.
            "whatsapp",
            "telegram",
            "signal",
            "instagram",
            "facebook",
            "messenger",
            "snapchat",
            "viber",
            "threema",
            "twitter",
            "tiktok",
            "sent",
            "received",
            "empfangen",
            "gesendet",
            // Computers.
            "download",
            "downloads",
            "desktop",
            "schreibtisch",
            "documents",
            "dokumente",
            "home",
            "users",
            "user",
            "data",
            "daten",
            "files",
            "dateien",
            "backup",
            "backups",
            "sicherung",
            "export",
            "exports",
            "exported",
            "import",
            "imports",
            "imported",
            "upload",
            "uploads",
            "archive",
            "archiv",
            "trash",
            "bin",
            "papierkorb",
            "recycle bin",
            "lost found",
            "new folder",
            "neuer ordner",
            "untitled folder",
            "untitled",
            "unbenannt",
            "unsorted",
            "unsortiert",
            "misc",
            "sonstiges",
            "diverses",
            "verschiedenes",
            "temp",
            "tmp",
            "cache",
            "old",
            "alt",
            "new",
            "neu",
            "copy",
            "kopie",
            "shared",
            "geteilt");

    /** "WhatsApp Images", "Telegram Video". */
    private static final Pattern OF_A_MESSENGER = Pattern.compile(
            "(?:whatsapp(?: business)?|telegram|signal|viber|instagram|facebook|snapchat|messenger|threema) (?:images?|videos?|photos?|pictures|animated gifs?|stickers|documents|audio|bilder|fotos|status(?:es)?|media)");

    private static final Set<String> MONTHS = Stream.of("en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da")
            .map(Locale::of)
            .flatMap(locale -> Arrays.stream(Month.values())
                    .flatMap(month -> Stream.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)
                            .map(style -> month.getDisplayName(style, locale))))
            .map(name -> name.toLowerCase(Locale.ROOT).replace(".", ""))
            .collect(Collectors.toUnmodifiableSet());

    private FolderTitle() {}

    /** The title, without a date before it; empty when the name tells nothing. */
    static Optional<String> of(String folderName) {
        String name = SPACES.matcher(Normalizer.normalize(folderName, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        if (OF_A_CAMERA.matcher(folderName.strip()).matches()) {
            return Optional.empty();
        }
        return Optional.of(trimmed(COPY.matcher(undated(name)).replaceFirst("")))
                .filter(FolderTitle::tells);
    }

    private static String undated(String name) {
        String rest = name;
        String before;
        do {
            before = rest;
            rest = DATE.matcher(before).replaceFirst("").strip();
        } while (!rest.equals(before) && !rest.isEmpty() && Character.isDigit(rest.charAt(0)));
        return rest;
    }

    private static String trimmed(String name) {
        return PUNCTUATION_AT_ENDS.matcher(name).replaceAll("").strip();
    }

    private static boolean tells(String title) {
        String small = title.toLowerCase(Locale.ROOT);
        return !TELL_NOTHING.contains(small)
                && !TELL_NOTHING.contains(trimmed(small.replaceAll("[\\s\\d]+$", "")))
                && !OF_A_MESSENGER.matcher(small).matches()
                && !OF_A_YEAR.matcher(small).matches()
                && Arrays.stream(title.split(" ", -1))
                        .filter(Predicate.not(word -> MACHINE_MADE.matcher(word).matches()))
                        .flatMap(SEPARATORS::splitAsStream)
                        .anyMatch(FolderTitle::isWord);
    }

    private static boolean isWord(String word) {
        return WORD.matcher(word).find() && !MONTHS.contains(word.toLowerCase(Locale.ROOT));
    }
}

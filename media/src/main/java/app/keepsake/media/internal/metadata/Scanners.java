package app.keepsake.media.internal.metadata;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells pictures that a scanner made of older ones, by what it and its programs write. */
final class Scanners {
    /** Values of EXIF's FileSource: of film, and of prints (3 is a camera). */
    private static final int OF_FILM = 1;

    private static final int OF_PRINTS = 2;

    /** In makes, models and programs: CanoScan, ScanSnap, VueScan, and those that do not say what they are. */
    private static final Pattern MAKER = Pattern.compile(
            "scan(?!d|ia)|epson (?:perfection|expression|gt-|wf-|et-|xp-)|fastfoto|silverfast|scitex|imacon|flextight|noritsu"
                    + "|frontier|\\bsp-?[23]000\\b|plustek|opticfilm|reflecta|pakon|flip-pal|pixma|\\bmfc-|officejet|kodak ps",
            Pattern.CASE_INSENSITIVE);

    /** What they call their files. */
    private static final Pattern NAME = Pattern.compile(
            "^(?:photo|img|bild)?[-_ ]?(?:scan|scn|fastfoto|epson|cci|dia|slide|negativ|negative|neg)(?:ned)?[-_ ]*\\d.*",
            Pattern.CASE_INSENSITIVE);

    /** Longer comments are people's. */
    private static final int LONGEST_SIGNATURE = 60;

    private Scanners() {}

    /** Whether a make, model or program is a scanner's. */
    static boolean isScanner(Stream<String> makers) {
        return makers.anyMatch(text -> MAKER.matcher(text).find());
    }

    /** Whether a file's comment is a scanner's signature. */
    static boolean isSignature(String comment) {
        return comment.length() <= LONGEST_SIGNATURE && isScanner(Stream.of(comment));
    }

    static boolean isFileSource(int source) {
        return source == OF_FILM || source == OF_PRINTS;
    }

    /** Whether a file is called as scanners call theirs. */
    static boolean isNamed(String file) {
        return NAME.matcher(file).matches();
    }
}

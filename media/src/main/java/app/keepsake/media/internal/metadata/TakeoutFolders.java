package app.keepsake.media.internal.metadata;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folders of Google Takeout whose photos nobody wants to see. */
final class TakeoutFolders {
    /** Archive, trash and locked folder, in the languages of Google Photos. */
    private static final Set<String> PUT_AWAY = Set.of(
            // English
            "archive",
            "trash",
            "bin",
            "locked folder",
            // German
            "archiv",
            "papierkorb",
            "gesperrter ordner",
            // French
            "archives",
            "corbeille",
            "dossier verrouill\u00E9",
            // Spanish, Portuguese, Catalan
            "archivo",
            "papelera",
            "carpeta privada",
            "carpeta bloqueada",
            "arquivo",
            "lixeira",
            "lixo",
            "reciclagem",
            "pasta bloqueada",
            "pasta trancada",
            "arxiu",
            "paperera",
            "carpeta bloquejada",
            // Italian
            "archivio",
            "cestino",
            "cartella bloccata",
            // Dutch
            "archief",
            "prullenbak",
            "vergrendelde map",
            // Polish, Czech, Slovak
            "archiwum",
            "kosz",
            "folder zablokowany",
            "ko\u0161",
            "k\u00F4\u0161",
            "uzam\u010Den\u00E1 slo\u017Eka",
            "uzamknut\u00FD prie\u010Dinok",
            "arch\u00EDv",
            // Swedish, Danish, Norwegian, Finnish
            "arkiv",
            "papperskorg",
            "papperskorgen",
            "l\u00E5st mapp",
            "papirkurv",
            "l\u00E5st mappe",
            "arkisto",
            "roskakori",
            "lukittu kansio",
            // Hungarian, Turkish
            "arch\u00EDvum",
            "lomt\u00E1r",
            "z\u00E1rolt mappa",
            "ar\u015Fiv",
            "\u00E7\u00F6p kutusu",
            "kilitli klas\u00F6r",
            // Russian, Ukrainian, Greek
            "\u0430\u0440\u0445\u0438\u0432",
            "\u043A\u043E\u0440\u0437\u0438\u043D\u0430",
            "\u043B\u0438\u0447\u043D\u0430\u044F \u043F\u0430\u043F\u043A\u0430",
            "\u0430\u0440\u0445\u0456\u0432",
            "\u043A\u043E\u0448\u0438\u043A",
            "\u03B1\u03C1\u03C7\u03B5\u03B9\u03BF\u03B8\u03AE\u03BA\u03B7",
            "\u03BA\u03AC\u03B4\u03BF\u03C2",
            // Japanese, Chinese, Korean
            "\u30A2\u30FC\u30AB\u30A4\u30D6",
            "\u30B4\u30DF\u7BB1",
            "\u30ED\u30C3\u30AF\u3055\u308C\u305F\u30D5\u30A9\u30EB\u30C0",
            "\u5F52\u6863",
            "\u56DE\u6536\u7AD9",
            "\u5DF2\u9501\u5B9A\u7684\u6587\u4EF6\u5939",
            "\u5C01\u5B58",
            "\u5783\u573E\u6876",
            "\u4E0A\u9396\u7684\u8CC7\u6599\u593E",
            "\uBCF4\uAD00\uD568",
            "\uBCF4\uAD00\uCC98\uB9AC",
            "\uD734\uC9C0\uD1B5",
            "\uC7A0\uAE34 \uD3F4\uB354");

    private TakeoutFolders() {}

    /** Whether a file lies in such a folder; in any language, Takeout's own is called Google and something. */
    static boolean isPutAway(Path file) {
        @Nullable Path folder = file.toAbsolutePath().getParent();
        @Nullable Path above = folder == null ? null : folder.getParent();
        return folder != null
                && above != null
                && above.getFileName() != null
                && above.getFileName().toString().startsWith("Google ")
                && PUT_AWAY.contains(Normalizer.normalize(folder.getFileName().toString(), Normalizer.Form.NFC)
                        .toLowerCase(Locale.ROOT));
    }
}

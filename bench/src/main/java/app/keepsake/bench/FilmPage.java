package app.keepsake.bench;

import app.keepsake.bench.FilmFigures.Shot;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A page on which films are judged: all in one file, which asks nothing of anybody. */
final class FilmPage {
    private static final double LEAST_DECIBELS = -60;
    private static final double LOWEST_OCTAVE = 62.5;

    private final StringBuilder html = new StringBuilder();

    /**
     * Begins a page.
     *
     * @param subtitle what it was made of
     */
    FilmPage(String subtitle, List<FilmFigures> films) {
        html.append("""
                <!doctype html><html lang="en"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Films to judge by</title><style>
                :root{color-scheme:light dark;--ground:#fbfaf7;--ink:#23211c;--soft:#6b675d;--line:#dcd8cd;--mark:#b4552d;--bar:#8fa58a;--off:#a8321f;--on-bar:#23211c;--on-mark:#fff}
                @media(prefers-color-scheme:dark){:root{--ground:#1a1916;--ink:#ece8dd;--soft:#a39d8f;--line:#3a372f;--mark:#e08a5c;--bar:#6f8a6a;--off:#ff8a75;--on-bar:#1a1916;--on-mark:#1a1916}}
                body{font:16px/1.5 system-ui,sans-serif;background:var(--ground);color:var(--ink);margin:0 auto;max-width:72rem;padding:1.5rem 1rem 4rem}
                h1{font-size:1.75rem;margin:0}h2{font-size:1.25rem;margin:3rem 0 .25rem}h2::first-letter{text-transform:uppercase}
                p{margin:.25rem 0;color:var(--soft)}a{color:inherit}
                .wide{overflow-x:auto;margin:1rem 0}
                table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.875rem;white-space:nowrap}
                th,td{padding:.25rem .75rem .25rem 0;text-align:right;border-bottom:1px solid var(--line)}
                th{font-weight:600;color:var(--soft)}th:first-child,td:first-child,.word{text-align:left}
                .off{color:var(--off);font-weight:600}
                img{display:block;width:100%;height:auto;border-radius:4px;margin:.75rem 0}
                .strip{display:flex;gap:2px;margin:.75rem 0}
                .strip span{flex-basis:0;min-width:2px;overflow:hidden;background:var(--bar);color:var(--on-bar);font-size:.75rem;line-height:1.5rem;text-indent:.25rem;border-radius:2px}
                .strip .island{background:var(--mark);color:var(--on-mark)}
                .octaves{display:grid;grid-template:4rem auto/repeat(9,1fr);grid-auto-flow:column;gap:.25rem;font-size:.6875rem;line-height:1.3;color:var(--soft)}
                .octaves div{display:flex;align-items:end}.octaves i{width:100%;background:var(--bar);border-radius:2px 2px 0 0}
                dl{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:1rem 0}
                dt{font-size:.8125rem;color:var(--soft)}dd{margin:0}
                summary{margin-top:.75rem;cursor:pointer;color:var(--soft);font-size:.875rem}
                </style></head><body><h1>Films to judge by</h1>
                """).append("<p>").append(escaped(subtitle)).append("</p>");
        summary(films);
    }

    private void summary(List<FilmFigures> films) {
        html.append("<div class=wide><table><thead><tr><th>film<th>asked s<th>got s<th>shots<th>islands<th>moving"
                + "<th>spread<th>words s<th>over subjects<th>LUFS<th>range LU<th>peak dBTP<th>width dB<th>air dB<th>parts<th>onset"
                + " ms</tr></thead><tbody>");
        for (FilmFigures film : films) {
            html.append("<tr><td><a href=\"#")
                    .append(name(film))
                    .append("\">")
                    .append(name(film))
                    .append("</a>");
            cell("%.0f", film.asked(), false);
            cell("%.2f", film.got(), Math.abs(film.got() - film.asked()) > 0.5);
            cell("%.0f", film.measures().shots(), false);
            cell("%.0f %%", 100 * film.islands(), film.islands() > 0.15);
            cell("%.0f %%", 100 * film.moving(), film.moving() < 0.9);
            cell("%.2f", film.measures().variation(), isEven(film));
            cell("%.1f", film.shortestRead(), film.shortestRead() < 1.5);
            cell("%.0f", film.measures().covering(), film.measures().covering() > 0);
            cell("%.1f", film.sound().loudness(), false);
            cell("%.1f", film.sound().range(), false);
            cell("%.2f", film.sound().truePeak(), film.sound().truePeak() > -1);
            cell("%.1f", film.sound().width(), false);
            cell("%.1f", film.sound().air(), false);
            boolean all = film.piece().heard().containsAll(film.piece().parts());
            html.append(all ? "<td>" : "<td class=off>")
                    .append(film.piece().heard().size())
                    .append(" of ")
                    .append(film.piece().parts().size());
            cell("%.0f", film.onset(), false);
            html.append("</tr>");
        }
        html.append(
                "</tbody></table></div><p>Red: beyond what a film is held to. Words: the shortest time in which a title or"
                        + " caption stands in full. Spread: of the shots' lengths, as a coefficient of variation.</p>");
    }

    /** Two moods are nearly even on purpose. */
    private static boolean isEven(FilmFigures film) {
        return film.measures().variation() < 0.35
                && !List.of("sentimental", "dreamy").contains(film.mood());
    }

    private void cell(String format, double value, boolean off) {
        html.append(off ? "<td class=off>" : "<td>").append(said(format, value));
    }

    private static String said(String format, double value) {
        return Double.isNaN(value)
                ? "\u2013"
                : String.format(Locale.ROOT, format, value).replace("-", "\u2212");
    }

    private static String name(FilmFigures film) {
        return String.format(Locale.ROOT, "%s-%.0f", film.mood(), film.asked());
    }

    /** @param sheet small frames, as JPEG */
    void add(FilmFigures film, byte[] sheet) {
        html.append("<h2 id=\"").append(name(film)).append("\">").append(film.mood());
        html.append(said(", %.1f s", film.got())).append("</h2>");
        html.append("<p>")
                .append(escaped("%s, %s, %s, %s, %s to the peak"
                        .formatted(
                                film.piece().key(),
                                film.piece().progression(),
                                film.piece().arrangement(),
                                film.piece().figure(),
                                film.piece().approach())));
        html.append("</p><img alt=\"Frames of the film\" src=\"data:image/jpeg;base64,");
        html.append(Base64.getEncoder().encodeToString(sheet)).append("\">");
        strip(film);
        html.append("<dl>");
        term("Words in full, s", list(film.read(), "%.1f"));
        term("Parts heard", String.join(", ", film.piece().heard()));
        term(
                "Parts not heard",
                film.piece().parts().stream()
                        .filter(part -> !film.piece().heard().contains(part))
                        .collect(Collectors.joining(", ")));
        term("Onsets after cuts, ms", list(film.onsets(), "%.0f"));
        html.append("</dl>");
        spectrum(film.sound().bands());
        shots(film);
    }

    /** Shots as wide as they stand long; islands in another colour. */
    private void strip(FilmFigures film) {
        html.append("<div class=strip role=img aria-label=\"Lengths of the shots\">");
        for (Shot shot : film.shots()) {
            html.append(String.format(
                    Locale.ROOT,
                    "<span%s style=\"flex-grow:%.3f\" title=\"%.2f s, %s\">%.1f</span>",
                    shot.island() ? " class=island" : "",
                    shot.seconds(),
                    shot.seconds(),
                    shot.kind(),
                    shot.seconds()));
        }
        html.append("</div>");
    }

    private void spectrum(List<Double> bands) {
        html.append("<div class=octaves role=img aria-label=\"Power of octaves\">");
        for (int i = 0; i < bands.size(); i++) {
            double height = 100 * Math.clamp(1 - bands.get(i) / LEAST_DECIBELS, 0, 1);
            double hertz = LOWEST_OCTAVE * (1 << i);
            html.append(String.format(
                    Locale.ROOT,
                    "<div><i style=\"height:%.0f%%\"></i></div><span>%s<br>%s dB</span>",
                    height,
                    hertz < 1000 ? "%.0f Hz".formatted(hertz) : "%.0f kHz".formatted(hertz / 1000),
                    said("%.0f", bands.get(i))));
        }
        html.append("</div>");
    }

    private void shots(FilmFigures film) {
        html.append(
                "<details><summary>Shots</summary><div class=wide><table><thead><tr><th>start s<th>stands s<th"
                        + " class=word>shows<th>pan %/s<th>zoom %/s<th class=word>island<th class=word>then</tr></thead><tbody>");
        for (Shot shot : film.shots()) {
            html.append("<tr><td>").append(said("%.2f", shot.start()));
            html.append("<td>").append(said("%.2f", shot.seconds()));
            html.append("<td class=word>").append(escaped(shot.kind()));
            html.append("<td>").append(said("%.1f", 100 * shot.pan()));
            html.append("<td>").append(said("%.1f", 100 * shot.zoom()));
            html.append("<td class=word>").append(shot.island() ? "yes" : "");
            html.append("<td class=word>").append(escaped(shot.cut())).append("</tr>");
        }
        html.append("</tbody></table></div></details>");
    }

    private void term(String name, String value) {
        if (!value.isEmpty()) {
            html.append("<div><dt>")
                    .append(escaped(name))
                    .append("<dd>")
                    .append(escaped(value))
                    .append("</div>");
        }
    }

    private static String list(List<Double> values, String format) {
        return values.stream().map(value -> said(format, value)).collect(Collectors.joining(", "));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    String text() {
        return html + "</body></html>\n";
    }
}

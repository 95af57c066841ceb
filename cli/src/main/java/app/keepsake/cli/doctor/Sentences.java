package app.keepsake.cli.doctor;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The checkup's sentences in one language, from the bundles "findings" in ICU's message format; English where there is
 * none for it. Immutable.
 */
public final class Sentences {
    private final ResourceBundle bundle;

    public Sentences(Locale locale) {
        this.bundle = ResourceBundle.getBundle(
                "app.keepsake.cli.doctor.findings",
                locale,
                Sentences.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The language's code of two letters. */
    public String language() {
        return locale().getLanguage();
    }

    private Locale locale() {
        return bundle.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : bundle.getLocale();
    }

    /** What a finding says. */
    public String of(Finding finding) {
        return text(finding.words());
    }

    private String text(Finding.Words words) {
        Object[] values = words.values().stream()
                .map(value -> value instanceof Finding.Words inner ? text(inner) : value)
                .toArray();
        return new MessageFormat(bundle.getString(words.key()), locale()).format(values);
    }
}

package app.keepsake.operations.sources;

import app.keepsake.sources.Account;
import app.keepsake.sources.Greeting;
import app.keepsake.sources.Source;
import java.io.IOException;

/** Sets up a source once it has answered, and asks one that is set up whether it still does. */
public final class SetUpSource {
    private final SavedSources sources;

    public SetUpSource(SavedSources sources) {
        this.sources = sources;
    }

    /**
     * Asks a source, and keeps it when it lets in, in the place of one of the same name.
     *
     * @return how it answered; a key that lacks permissions is kept, since they can be given there
     * @throws IllegalArgumentException when what is wanted makes no sense, saying what is wrong
     * @throws app.keepsake.sources.SourceException when it does not answer or let in, saying what to do
     */
    public Greeting add(WantedSource wanted) throws IOException, InterruptedException {
        wanted.check();
        Account account = wanted.account();
        try (Source source = wanted.sort().open(account)) {
            Greeting greeting = source.greet();
            SavedSource ignored = sources.add(wanted.name(), wanted.sort(), account, wanted.favourites());
            return greeting;
        }
    }

    /**
     * Asks a source that is set up.
     *
     * @throws app.keepsake.sources.SourceException when it does not answer or let in, saying what to do
     */
    public Greeting test(SavedSource saved) throws IOException, InterruptedException {
        try (Source source = sources.open(saved)) {
            return source.greet();
        }
    }
}

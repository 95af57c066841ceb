package app.keepsake.share;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A target whose errors never tell its secrets, whoever repeats them: a library, or the other side in its answer. */
final class Discreet implements Target {
    /** Shorter ones are parts of many words; whoever has such a password has told it already. */
    private static final int SHORTEST = 4;

    private final Target target;
    private final List<String> secrets;

    /** @param secrets as they were given; what is made of them is known, too */
    Discreet(Target target, Collection<String> secrets, String user) {
        this.target = target;
        List<String> forms = new ArrayList<>();
        secrets.stream().filter(secret -> secret.length() >= SHORTEST).forEach(secret -> {
            forms.add(secret);
            forms.add(Web.encoded(secret));
            forms.add(Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8)));
        });
        this.secrets = forms.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    @Override
    public Optional<URI> send(Upload upload, UploadProgress progress) throws IOException, InterruptedException {
        try {
            return target.send(upload, progress);
        } catch (UploadRefusedException refused) {
            throw isClean(refused) ? refused : new UploadRefusedException(clean(refused));
        } catch (IOException lost) {
            throw isClean(lost) ? lost : new IOException(clean(lost));
        } catch (RuntimeException e) {
            throw new UploadRefusedException("It cannot be sent there: " + clean(e));
        }
    }

    private boolean isClean(Throwable problem) {
        for (Throwable one = problem; one != null; one = one.getCause()) {
            String said = String.valueOf(one.getMessage());
            if (!without(said).equals(said)) {
                return false;
            }
        }
        return true;
    }

    /** Its causes are left out: they would say it again. */
    private String clean(Throwable problem) {
        return without(problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage());
    }

    private String without(String said) {
        String left = said;
        for (String secret : secrets) {
            left = left.replace(secret, Overheard.UNSAID);
        }
        return left;
    }

    @Override
    public void close() {
        target.close();
    }
}

package app.keepsake.film;

/** Asked often during long work; may be asked from several threads. */
@FunctionalInterface
public interface CancelSignal {
    CancelSignal NEVER = () -> false;

    boolean requested();
}

package app.keepsake.film.internal.transition;

import app.keepsake.film.timeline.Transition;

/** How one shot gives way to the next. Implementations hold nothing and are thread-safe. */
public sealed interface TransitionEffect permits Crossfade, Cut, Dip, MatchMove, Slide, Whip, Wipe, Zoom {
    /** Draws some rows of the frame between two shots. */
    void draw(TransitionFrame between, byte[] out, int top, int bottom);

    /** Whether anything of the shot before is seen. */
    default boolean showsFirst(double progress, double cut) {
        return true;
    }

    /** Whether anything of the shot after is seen. */
    default boolean showsSecond(double progress, double cut) {
        return true;
    }

    /** The transition of a kind. */
    static TransitionEffect of(Transition.Kind kind) {
        return switch (kind) {
            case CROSSFADE -> new Crossfade();
            case DIP -> new Dip();
            case SLIDE -> new Slide();
            case WIPE -> new Wipe();
            case ZOOM -> new Zoom();
            case WHIP -> new Whip();
            case MATCH -> new MatchMove();
            case NONE -> new Cut();
        };
    }
}

/**
 * An edit as data, with OpenTimelineIO's meaning: a stack of tracks, each a sequence of clips and gaps, with transitions
 * that borrow from their neighbours' handles and never change the track's length. Times are exact.
 *
 * @see <a href="https://opentimelineio.readthedocs.io/en/latest/tutorials/otio-timeline-structure.html">OpenTimelineIO:
 *     timeline structure</a>
 */
@NullMarked
package app.keepsake.film.timeline;

import org.jspecify.annotations.NullMarked;

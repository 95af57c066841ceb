package app.keepsake.memories;

import app.keepsake.catalog.Memory;
import java.util.List;

/**
 * Why a memory is as it is.
 *
 * @param why it is told, one sentence
 * @param chosen its shots in order, with the reasons
 * @param notChosen all other pictures that it is about, in order of time, with the reasons
 */
public record Explanation(Memory memory, String why, List<Reason> chosen, List<Reason> notChosen) {
    public Explanation {
        chosen = List.copyOf(chosen);
        notChosen = List.copyOf(notChosen);
    }

    /**
     * About one asset, in words.
     *
     * @param showable whether memories may show it
     */
    public record Reason(long assetId, String reason, boolean showable) {}
}

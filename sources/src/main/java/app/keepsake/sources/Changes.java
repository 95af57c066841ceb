package app.keepsake.sources;

import java.util.List;

/**
 * A page of what is new or was changed.
 *
 * @param assets in no certain order; one may come twice
 * @param unusable how many more there are that cannot be used, since what is told of them makes no sense
 * @param next cursor of the page after this
 * @param more whether there is one now; otherwise {@code next} is for another day
 */
public record Changes(List<SourceAsset> assets, int unusable, String next, boolean more) {
    public Changes {
        assets = List.copyOf(assets);
    }
}

package app.keepsake.server.internal.api;

import app.keepsake.memories.Withdrawal;
import app.keepsake.operations.choices.Aftermath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows in the service when something was said about what memories may show: films that are watched stop, what was
 * made is withdrawn, and memories are told anew, which also finds out who faces are by what was said.
 */
final class EffectOfChoices implements Aftermath {
    private static final Logger LOG = LoggerFactory.getLogger(EffectOfChoices.class);

    private final Service service;

    EffectOfChoices(Service service) {
        this.service = service;
    }

    @Override
    public Withdrawal.Effect take() {
        service.liveFilms().stopWhatMayNotBeShown();
        Withdrawal.Effect effect =
                Withdrawal.apply(service.catalog(), service.settings().read().locale());
        LOG.info(
                "Choices changed: {} films were withdrawn or came back, {} memories were withdrawn",
                effect.films().size(),
                effect.memories().size());
        service.snapshots().forget();
        service.scheduler().tellAnew();
        return effect;
    }
}

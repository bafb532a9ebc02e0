package ganglion.scenario.explore.cascade;

import ganglion.hardware.cascade.JointDecisions;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What each network gives alone, with a decision in every window. */
final class AloneOffers {

    private final List<CascadeStage> networks;
    private final Map<CascadeStage, Offer> offers = new IdentityHashMap<>();

    /** @param on the samples that are looked at */
    AloneOffers(List<CascadeStage> networks, Function<CascadeStage, StageFigures> on, List<String> events) {
        this.networks = networks;
        for (CascadeStage network : networks) {
            StageFigures figures = on.apply(network);
            JointDecisions decisions = JointDecisions.alone(figures.decided(), Set.copyOf(network.events(events)));
            offers.put(
                    network,
                    new Offer(
                            network.names(events) ? decisions.rightAlone().count() : 0,
                            decisions.alarmsAlone().count(),
                            figures.joulesPerHour()));
        }
    }

    Offer of(CascadeStage network) {
        return offers.get(network);
    }

    /** Of the networks that do as well as an offer, the one that takes least; of equal ones the first. */
    Optional<CascadeStage> least(Offer offer) {
        return networks.stream()
                .filter(each -> of(each).doesAsWellAs(offer))
                .min(Comparator.comparingDouble(each -> of(each).joules()));
    }
}

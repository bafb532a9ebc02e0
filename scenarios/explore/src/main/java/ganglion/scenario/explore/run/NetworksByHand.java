package ganglion.scenario.explore.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.Exploration;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.trial.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Further networks made by hand, which a search compares with beside the experiment as it is.
 *
 * @param experiments of each, with the seed of the trials
 */
record NetworksByHand(Map<Configuration, Classification> experiments) {

    private static final String KEY = "compareWith";

    /**
     * Those of a search.
     *
     * @throws InputException if one cannot be compared with
     */
    static NetworksByHand of(Search search) throws InputException {
        Map<Configuration, Classification> experiments = new LinkedHashMap<>();
        for (Configuration other : search.others()) {
            experiments.put(
                    other, Variant.of(search, other, search.seeds().first(), 0).experiment());
        }
        return new NetworksByHand(experiments);
    }

    /** Adds the documents to what a journal is for. */
    void addTo(ObjectNode head, ObjectMapper mapper) throws JsonProcessingException {
        if (experiments.isEmpty()) {
            return;
        }
        ObjectNode documents = head.putObject(KEY);
        for (Map.Entry<Configuration, Classification> each : experiments.entrySet()) {
            documents.set(
                    each.getKey().experiment(),
                    mapper.readTree(each.getValue().head().document()));
        }
    }

    /** Which devices cannot compute which of them, and why. */
    List<Exploration.Misfit> misfits(JournaledNetworks networks) throws OutputException {
        List<Exploration.Misfit> misfits = new ArrayList<>();
        for (Configuration other : experiments.keySet()) {
            for (DeviceOutcome device : networks.fits(other)) {
                if (!device.fits()) {
                    misfits.add(new Exploration.Misfit(other.experiment(), device.profile(), device.problems()));
                }
            }
        }
        return misfits;
    }
}

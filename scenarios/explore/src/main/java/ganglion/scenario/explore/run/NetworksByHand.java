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
                    other, Variant.of(search, other, search.seeds().get(0), 0).experiment());
        }
        return new NetworksByHand(experiments);
    }

    /**
     * Looks whether there is room for a training of each of these, and of the experiment as it is.
     *
     * @throws InputException if there is not
     */
    void checkMemory(Machine machine, Classification asItIs) throws InputException {
        machine.check(asItIs);
        for (Classification experiment : experiments.values()) {
            machine.check(experiment);
        }
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
    List<Exploration.Misfit> misfits(Trainings trainings) throws InputException, OutputException {
        List<Exploration.Misfit> misfits = new ArrayList<>();
        List<Configuration> all = List.copyOf(experiments.keySet());
        List<List<DeviceOutcome>> fits = trainings.fits(all);
        for (int i = 0; i < all.size(); i++) {
            for (DeviceOutcome device : fits.get(i)) {
                if (!device.fits()) {
                    misfits.add(new Exploration.Misfit(all.get(i).experiment(), device.profile(), device.problems()));
                }
            }
        }
        return misfits;
    }

    /** How many trainings of the experiment as it is these take once each. Each is trained once for all devices. */
    double trainings(int epochsAsItIs) {
        return experiments.values().stream()
                .mapToDouble(experiment -> (double) experiment.training().epochs() / epochsAsItIs)
                .sum();
    }
}

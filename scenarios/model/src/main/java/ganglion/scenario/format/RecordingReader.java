package ganglion.scenario.format;

import ganglion.documents.place.Place;
import ganglion.scenario.format.name.DeclaredNames;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.Probe;
import ganglion.scenario.model.Recording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads what a run keeps. */
final class RecordingReader {

    private final DeclaredNames names;
    private final List<PopulationSpec> populations;
    private final List<String> spikes = new ArrayList<>();
    private final Map<String, int[]> neurons = new HashMap<>();
    private final List<String> membranes = new ArrayList<>();
    private final List<Probe> probes = new ArrayList<>();

    private RecordingReader(DeclaredNames names, List<PopulationSpec> populations) {
        this.names = names;
        this.populations = populations;
    }

    static Recording read(Optional<Place> record, DeclaredNames names, List<PopulationSpec> populations) {
        return new RecordingReader(names, populations).read(record);
    }

    private Recording read(Optional<Place> record) {
        Optional<Place> listed = record.flatMap(place -> place.find("spikes"))
                .filter(place -> place.node().isArray());
        listed.ifPresentOrElse(place -> place.elements().forEach(this::addSpikes), () -> spikes.addAll(names.all()));
        record.ifPresent(this::readProbes);
        return new Recording(
                spikes,
                membranes,
                neurons,
                isOn(record, "stream"),
                isOn(record, "sonata"),
                isOn(record, "npz"),
                probes);
    }

    private static boolean isOn(Optional<Place> record, String flag) {
        return record.map(place -> place.flag(flag)).orElse(false);
    }

    private void addSpikes(Place place) {
        if (place.node().isTextual()) {
            names.sizeOfAny(place);
            spikes.add(place.text());
            return;
        }
        Place population = place.at("population");
        int size = names.sizeOfAny(population);
        spikes.add(population.text());
        if (neurons.put(population.text(), selected(place, size)) != null) {
            population.problem("found the population a second time");
        }
    }

    private void readProbes(Place record) {
        record.elements("membrane").forEach(place -> {
            if (place.node().isTextual()) {
                names.sizeOfPopulation(place);
                membranes.add(place.text());
            } else {
                probes.add(ofNeurons(place, Probe.Kind.POTENTIAL));
            }
        });
        record.elements("current").forEach(place -> probes.add(ofNeurons(place, Probe.Kind.CURRENT)));
        record.find("weights").ifPresent(place -> probes.add(ofNetwork(place, Probe.Kind.WEIGHTS)));
        record.find("activity").ifPresent(place -> probes.add(ofNetwork(place, Probe.Kind.ACTIVITY)));
    }

    private Probe ofNeurons(Place place, Probe.Kind kind) {
        Place population = place.at("population");
        int size = names.sizeOfPopulation(population);
        if (kind == Probe.Kind.CURRENT && size > 0) {
            checkHasCurrents(population);
        }
        return probe(place, kind, population.text(), selected(place, size));
    }

    private void checkHasCurrents(Place population) {
        populations.stream()
                .filter(spec -> spec.name().equals(population.text()))
                .filter(spec -> !spec.model().hasSynapticCurrents())
                .forEach(spec -> population.problem(
                        "found a population of model " + spec.model().name() + ", which has no synaptic currents"));
    }

    private static Probe ofNetwork(Place place, Probe.Kind kind) {
        return probe(place, kind, "", new int[0]);
    }

    private static Probe probe(Place place, Probe.Kind kind, String population, int[] neurons) {
        long every = place.ticks("every", 1);
        if (every < 1) {
            place.at("every").problem("found no ticks, expected at least 1");
        }
        return new Probe(
                place.pointer(),
                kind,
                population,
                neurons,
                Math.max(1, every),
                place.ticks("from", 0),
                place.ticks("until", Long.MAX_VALUE));
    }

    /** The neurons that are listed, or a number of them spread evenly, or all. */
    private static int[] selected(Place place, int size) {
        if (place.has("sample")) {
            int count = Math.min(size, place.integer("sample", size));
            return IntStream.range(0, count)
                    .map(i -> (int) ((long) i * size / count))
                    .toArray();
        }
        if (!place.has("neurons")) {
            return IntStream.range(0, size).toArray();
        }
        for (Place neuron : place.elements("neurons")) {
            if (size > 0 && neuron.node().intValue() >= size) {
                neuron.problem("found neuron " + neuron.node().intValue() + ", expected 0 to " + (size - 1));
            }
        }
        return place.elements("neurons").stream()
                .mapToInt(neuron -> neuron.node().intValue())
                .sorted()
                .toArray();
    }
}

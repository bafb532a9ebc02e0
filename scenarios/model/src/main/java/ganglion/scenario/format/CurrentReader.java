package ganglion.scenario.format;

import ganglion.documents.place.Place;
import ganglion.documents.place.PlacedException;
import ganglion.documents.quantity.Dimension;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.current.InputCurrent;
import ganglion.kernel.neuron.current.NoiseCurrent;
import ganglion.kernel.neuron.current.PoissonCurrent;
import ganglion.kernel.neuron.current.StepCurrent;
import ganglion.kernel.random.CounterRandom;
import ganglion.kernel.random.PoissonCounts;
import ganglion.scenario.model.RandomStreams;
import java.util.ArrayList;
import java.util.List;

/** Reads currents that flow into the neurons of a population beside their synapses. */
final class CurrentReader {

    private final int size;
    private final int population;

    /** @param population position of the population in the scenario */
    CurrentReader(int size, int population) {
        this.size = size;
        this.population = population;
    }

    /** The model with its currents, in order. */
    NeuronModel drive(NeuronModel model, List<Place> currents) {
        NeuronModel driven = model;
        for (int number = 0; number < currents.size(); number++) {
            try {
                InputCurrent current = current(currents.get(number), number);
                current.checkSize(size);
                driven = new DrivenNeurons(driven, current);
            } catch (IllegalArgumentException e) {
                PlacedException.note(e, currents.get(number));
            }
        }
        return driven;
    }

    private InputCurrent current(Place place, int number) {
        CounterRandom random = place.reading().context(RandomStreams.class).current(population, "currents/" + number);
        if (place.has("steps")) {
            return new StepCurrent(steps(place.at("steps").elements(), number));
        }
        if (place.has("noise")) {
            Place noise = place.at("noise");
            return new NoiseCurrent(
                    noise.number("mean", 0), noise.number("deviation", 0), holdTicks(noise), size, random);
        }
        Place poisson = place.at("poisson");
        double eventsPerTick = poisson.quantity("rate", Dimension.FREQUENCY, 0)
                * place.reading().times().clock().tickSeconds();
        return new PoissonCurrent(new PoissonCounts(eventsPerTick), poisson.number("weight", 0), size, random);
    }

    private List<StepCurrent.Step> steps(List<Place> places, int number) {
        List<StepCurrent.Step> steps = new ArrayList<>();
        for (Place place : places) {
            String prefix = "currents/" + number + "/steps/" + steps.size() + "/";
            NeuronValues values =
                    new NeuronParameters(place, size, population, prefix).numbers("current", NeuronValues.of(0));
            steps.add(new StepCurrent.Step(place.ticks("from", 0), values));
        }
        return steps;
    }

    private static int holdTicks(Place noise) {
        long ticks = noise.ticks("hold", 1);
        if (ticks < 1 || ticks > Integer.MAX_VALUE) {
            throw new PlacedException(noise.at("hold"), "found " + ticks + " ticks, expected at least 1");
        }
        return (int) ticks;
    }
}

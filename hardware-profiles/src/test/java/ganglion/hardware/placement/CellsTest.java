package ganglion.hardware.placement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.cost.RandomWorkloads;
import ganglion.kernel.network.Network;
import org.junit.jupiter.api.Test;

class CellsTest {

    @Test
    void groupTheNeuronsOfAPopulationOnACore() {
        for (long seed = 0; seed < 30; seed++) {
            Network network = RandomWorkloads.of(seed).network();
            int[] cores = new int[network.neuronCount()];
            for (int neuron = 0; neuron < cores.length; neuron++) {
                cores[neuron] = neuron * 7 % 3;
            }

            Cells cells = new Cells(network, cores);

            int[] neurons = new int[cells.count()];
            for (int p = 0; p < network.populations().size(); p++) {
                boolean placed = network.populations().get(p).model().takesInput();
                for (int n = network.firstNeuron(p); n < network.firstNeuron(p + 1); n++) {
                    assertEquals(placed, cells.of(n) != Placement.OUTSIDE);
                    if (placed) {
                        assertEquals(p, cells.population(cells.of(n)));
                        assertEquals(cores[n], cells.core(cells.of(n)));
                        neurons[cells.of(n)]++;
                    }
                }
            }
            for (int cell = 0; cell < cells.count(); cell++) {
                assertEquals(neurons[cell], cells.neurons(cell), "seed " + seed);
            }
        }
    }

    @Test
    void areNumberedByCoreAndThenByPopulation() {
        Network network = RandomWorkloads.of(5).network();
        int[] cores = new int[network.neuronCount()];
        for (int neuron = 0; neuron < cores.length; neuron++) {
            cores[neuron] = neuron % 2;
        }
        Cells cells = new Cells(network, cores);

        for (int cell = 1; cell < cells.count(); cell++) {
            int before = cells.core(cell - 1) * 100 + cells.population(cell - 1);
            assertEquals(1, Integer.signum(cells.core(cell) * 100 + cells.population(cell) - before));
        }
        for (int p = 0; p < network.populations().size(); p++) {
            for (int cell : cells.ofPopulation(p)) {
                assertEquals(p, cells.population(cell));
            }
        }
    }

    @Test
    void leaveOutNeuronsOnNoCore() {
        Network network = RandomWorkloads.of(1).network();
        Cells cells = new Cells(network, new Assignments(network).coreOfNeuron());

        assertEquals(0, cells.count());
        assertArrayEquals(new int[0], cells.ofPopulation(0));
    }
}

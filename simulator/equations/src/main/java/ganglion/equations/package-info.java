/**
 * Neuron models that are given as texts of equations.
 *
 * <pre>
 *   ModelText          the text as a file has it: equations, parameters, threshold, reset
 *     |  parsed, its names and units checked
 *     v
 *   NeuronEquations    expressions over states, parameters and inputs, in coherent units
 *     |  linear equations found, method chosen
 *     v
 *   EquationNeurons    the model of a population, with the values of its parameters
 *     |  compiled to byte code, one class for a model
 *     v
 *   EquationGroup      state and arithmetic of some neurons
 * </pre>
 *
 * <p>Inside of a model all quantities are in millivolts, milliseconds and picoamperes, and in what follows from them: nanosiemens,
 * picofarads, gigaohms, kilohertz. So numbers stay near 1, and no factor stands in a step.
 *
 * <p>Elementary functions are those of {@link java.lang.StrictMath}, so that a step gives the same bits on every machine.
 */
package ganglion.equations;

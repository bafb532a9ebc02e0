/** Published measurements of whole chips against what the profiles say of the published workload alone. */
package ganglion.hardware.validation;

package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of bad input: each command line with what it says, which is one line with what was found and what is expected. The exit code is 2,
 * nothing goes to standard output, and no file is written or changed.
 */
final class RefusalsTest {

    /** A command line, and below it what it says. IN is a folder with {@link RefusedInputs}; words with spaces stand in quotes; ... is any text. */
    private static final String COMMAND_LINES = """
            hear
                ganglion hear: found no sounds, expected files, folders, globs, - or --microphone (see ...
            hear IN/empty.wav
                IN/empty.wav: the file is empty, expected a sound file
            hear IN/text.wav
                IN/text.wav: not a sound file of a known kind: it starts with 'not ', expected WAV (RIFF), ...
            hear IN/cut.wav
                IN/cut.wav: the chunk 'data' claims 9600 bytes, expected at most the 4778 that are left of the file
            hear IN/header.wav
                IN/header.wav: the chunk 'fmt ' claims 16 bytes, expected at most the 0 that are left of the file
            hear IN/rate-0.wav
                IN/rate-0.wav: the header gives a sample rate of 0 Hz, expected 100 Hz to 1000000 Hz
            hear IN/rate-4000000000.wav
                IN/rate-4000000000.wav: the header gives a sample rate of 4000000000 Hz, expected 100 Hz to 1000000 Hz
            hear IN/nan.wav
                IN/nan.wav: sample 100 is NaN, expected a number within +-1000000.0 (full scale is 1)
            hear IN/nowhere.wav
                IN/nowhere.wav: no such file or folder, expected sounds
            hear IN/nothing
                IN/nothing: found no sounds, expected 1 to 1000000 files
            hear IN/broken/*.wav --keep-going
                IN/broken/noise.wav: not a sound file of a known kind: it starts with 'no s', expected WAV (RIFF), ...
            hear a\\E[
                a\\E[: not a pattern for files, expected one such as sounds/**/*.wav
            hear IN/tone.wav --hop 5
                ganglion hear: --hop: found 5, expected a time such as 2 ms (s, ms, us, ns, ps) (see ...
            hear IN/tone.wav --hop '1 us'
                ganglion hear: found a hop of 1 µs, which is 0.016 samples at 16 kHz, expected a whole number of samples from 1 to 1048576 (see ...
            hear IN/tone.wav --hop '0 ms'
                ganglion hear: found a hop of 0 s, which is 0 samples at 16 kHz, expected a whole number of samples from 1 to 1048576 (see ...
            hear IN/tone.wav --window '1 h'
                ganglion hear: --window: found "1 h", expected a time such as 2 ms (s, ms, us, ns, ps) (see ...
            hear IN/tone.wav --encoder lef
                ganglion hear: --encoder: found "lef", expected one of lif, level-crossing, first-spike, poisson, phase-locked, population, did you mean "lif"? (see ...
            hear IN/tone.wav --gain x
                ganglion hear: --gain: found "x", expected one of normalised, running-maximum, decibels, logarithmic, per-channel-energy (see ...
            hear IN/tone.wav --filters mell
                ganglion hear: --filters: found "mell", expected one of mel, gammatone, hair-cells, did you mean "mel"? (see ...
            hear IN/tone.wav --ear-transfer iso-226
                ganglion hear: --ear-transfer: found "iso-226", expected one of flat, bs-1387 (see ...
            hear IN/tone.wav --bands 0
                ganglion hear: --bands: found 0, expected at least 1 (see ...
            hear IN/tone.wav --inhibition 4
                ganglion hear: lateral inhibition spans an odd number of bands from 1 to 1023, not 4 (see ...
            hear IN/tone.wav --rate 8000
                ganglion hear: --rate, --bits, --channels and --duration go with standard input, -, alone (see ...
            hear IN/tone.wav --amplitude -1
                ganglion hear: found an amplitude out of range, expected 0 to 1e6 (see ...
            hear IN/tone.wav --amplitude 1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1
                ganglion hear: found 101 amplitudes, expected at most 100...
            hear IN/tone.wav --ear IN/none.yaml --bands 3
                ganglion hear: --ear goes with no option that chooses a front end or its seed (see ...
            hear IN/tone.wav --ear IN/none.yaml --seed 7
                ganglion hear: --ear goes with no option that chooses a front end or its seed (see ...
            hear IN/tone.wav --ear IN/none.yaml
                IN/none.yaml: there is no such file
            hear IN/tone.wav --ear IN/experiment.yaml
                IN/experiment.yaml: found an experiment, expected a model that ganglion train wrote, or a scenario
            hear IN/tone.wav --ear IN/trained-numbers/model.zip
                IN/trained-numbers/model.zip: found a front end that gives numbers, expected one whose encoder gives spikes
            hear IN/tone.wav --ear IN/numbers-scenario.yaml
                IN/numbers-scenario.yaml: found a front end that gives numbers, expected one whose encoder gives spikes
            hear IN/test/low --labels folders
                IN/test/low: found no sounds in folders, expected one folder per class
            hear IN/test --labels family
                IN/test: IN/test/examples.json: no such file, expected the list of an NSynth data set
            hear IN/speakers --recordings IN/heard.h5
                IN/speakers/class/sound.wav: lies in no folder of a speaker, expected CLASS/SPEAKER/SOUND in IN/speakers
            hear IN/none --recordings IN/heard.h5
                IN/none: the folder cannot be read: there is no such file or folder
            hear IN/speakers --recordings IN/heard.h5 --labels folders
                ganglion hear: --recordings goes with one folder, --json and the options of the front end alone (see ...
            hear - --rate 16000 --duration=-1s
                ganglion hear: --duration: found '-1s', expected a time of at least 0 (see ...
            hear - --rate 0
                ganglion hear: the header gives a sample rate of 0 Hz, expected 100 Hz to 1000000 Hz (see ...
            hear - --rate 16000 --bits 12
                ganglion hear: samples have 8, 16, 24 or 32 bits, not 12 (see ...
            hear - --bits 16
                ganglion hear: found --bits or --channels without --rate, expected all of them for raw samples and none for WAV (see ...
            hear - --gain normalised --rate 8000
                ganglion hear: the gain control looks at a clip as a whole, expected a causal one for a stream, such as running-maximum in place of normalised (see ...
            hear - --json
                ganglion hear: - goes with no other sound, --out or --json (see ...
            hear - a.wav
                ganglion hear: - goes with no other sound, --out or --json (see ...
            hear --microphone IN/test
                ganglion hear: --microphone goes with no other sound, --out or --json (see ...
            hear IN/tone.wav --out IN/file/out
                IN/file/out: cannot be written: not a directory
            hear --rate= a.wav
                ganglion hear: --rate: found '', expected a number (see ...
            hear --bits 1x a.wav
                ganglion hear: --bits: found '1x', expected a whole number from -2147483648 to 2147483647 (see ...
            run
                ganglion run: found no SCENARIO, which is required (see ...
            run IN/none.yaml
                IN/none.yaml: there is no such file
            run IN/scenario/scenario.yaml IN/none.yaml
                IN/none.yaml: there is no such file
            run IN/scenario/scenario.yaml IN/other/scenario.yaml --out IN/both
                IN/other/scenario.yaml:1: /scenario: found the name two-taps a second time, expected another than in scenario.yaml
            run IN/scenario/scenario.yaml --profile lohi
                --profile: found "lohi", expected akida, ... did you mean "loihi"?
            run IN/scenario/scenario.yaml --set '/clock/tack=1 ms'
                IN/scenario/scenario.yaml: /clock/tack: found the unknown key "tack", expected one of tick, duration, did you mean "tick"?
            run IN/scenario/scenario.yaml --set /network/populations/7/size=2
                --set: /network/populations/7/size: found nothing at /network/populations/7 to put a value into
            run IN/scenario/scenario.yaml --set clock=1
                --set: clock: found "clock", expected a JSON pointer such as /clock/duration
            run IN/scenario/scenario.yaml --set /seed=many
                IN/scenario/scenario.yaml: /seed: found "many", expected a whole number from 0
            run IN/scenario/scenario.yaml --seed=-1
                ganglion run: --seed: found '-1', expected a whole number from 0 to ... (see ...
            run IN/scenario/scenario.yaml --seed=7.5
                ganglion run: --seed: found '7.5', expected a whole number from 0 to ... (see ...
            run IN/scenario/scenario.yaml --resume IN/none.checkpoint
                IN/none.checkpoint: no such file, expected a checkpoint
            run IN/scenario/scenario.yaml --resume /dev/null
                /dev/null: is not a regular file, expected a checkpoint
            run IN/scenario/scenario.yaml --out IN/taken
                IN/taken: is not a run directory of Ganglion and stays as it is; expected another name
            run IN/scenario/scenario.yaml --out IN/file/run
                IN/file/run: cannot be written: IN/file is a file, expected a folder
            run IN/empty.yaml
                IN/empty.yaml:1: found nothing, expected a document
            run IN/bytes.yaml
                IN/bytes.yaml: found bytes that are not UTF-8, expected text
            run IN/bomb.yaml
                IN/bomb.yaml:7: /a6/0: found more than 1000000 values, the most that is read
            run IN/nested.yaml
                IN/nested.yaml:1: /scenario/0...: found more than 64 levels of nesting, the most that is read
            run IN/below/scenario.yaml
                IN/below/scenario.yaml:4: /inputs/0/spikes: found "../scenario/taps.csv", which leaves the folder of this file; expected a path within it, an absolute path, or the flag --allow-outside-paths
            run IN/sweep.yaml --point 5
                --point: found 5, expected 1 to 4 for IN/sweep.yaml
            run IN/scenario/scenario.yaml --threads 1025
                ganglion run: --threads: found '1025', expected a whole number from 1 to 1024 (see ...
            run --quiet=x a.yaml
                ganglion run: --quiet: found 'x', expected no value (see ...
            run --seed -1 a.yaml
                ganglion run: --seed: found '-1', expected a whole number from 0 to ... (see ...
            run --set a a.yaml
                ganglion run: --set: found 'a', expected /POINTER=VALUE (see ...
            run --seed
                ganglion run: --seed: found no value, expected N (see ...
            run --seed --out x
                ganglion run: --seed: found no value, expected N (see ...
            run --seed 1 --seed 2 a.yaml
                ganglion run: --seed: found it twice, expected it once (see ...
            run --thread 2 a.yaml
                ganglion run: there is no option --thread, did you mean "--threads"? (see ...
            run --sede=2 a.yaml
                ganglion run: there is no option --sede, did you mean "--seed"? (see ...
            run --threads=0 a.yaml
                ganglion run: --threads: found '0', expected a whole number from 1 to 1024 (see ...
            run --threads=2.5 a.yaml
                ganglion run: --threads: found '2.5', expected a whole number from 1 to 1024 (see ...
            run --threads=many a.yaml
                ganglion run: --threads: found 'many', expected a whole number from 1 to 1024 (see ...
            run --threads=99999999999 a.yaml
                ganglion run: --threads: found '99999999999', expected a whole number from 1 to 1024 (see ...
            run --threads= a.yaml
                ganglion run: --threads: found '', expected a whole number from 1 to 1024 (see ...
            run ''
                ganglion run: SCENARIO: found an empty path, expected a file or folder (see ...
            run --out=a\0b a.yaml
                ganglion run: --out: ...
            run --out= a.yaml
                ganglion run: --out: found an empty path, expected a file or folder (see ...
            test IN/none
                IN/none: there is no such file or folder
            test IN/scenario --again often
                ganglion test: --again: found 'often', expected never, cheap or always (see ...
            test IN/scenario --memory much
                ganglion test: --memory: found "much", expected a memory size such as 128 KiB (B, bit, kB, KiB, MB, MiB, GB, GiB) (see ...
            test IN/scenario --memory '1e30 MB'
                ganglion test: --memory: found "1e30 MB", expected at most 16384 GiB (see ...
            test IN/scenario --memory '10 MB' --threads 1
                ganglion test: Invalid value for option '--memory': found 9 MiB for 1 process, expected at least 16 MiB each (see ...
            test IN/scenario --timeout 5
                ganglion test: --timeout: found "5", expected a time such as 3.5 ns (s, ms, us, ns, ps) (see ...
            test IN/scenario --timeout '0 s'
                ganglion test: --timeout: found "0 s", expected a time above 0 s (see ...
            test IN/nothing
                IN/nothing: found no scenario, expected at least one
            test IN/scenario --filter godo
                IN/scenario: found 1 scenario, none of the names and tags that were asked for, expected at least one
            test IN/scenario --tag quick
                IN/scenario: found 1 scenario, none of the names and tags that were asked for, expected at least one
            test IN/scenario --threads 1025
                ganglion test: --threads: found '1025', expected a whole number from 1 to 1024 (see ...
            test IN/scenario --junit IN/mine.yaml
                IN/mine.yaml: is not a JUnit report and stays as it is; expected another name
            test IN/scenario --tap IN/mine.yaml
                IN/mine.yaml: is not a TAP file and stays as it is; expected another name
            train
                ganglion train: found no EXPERIMENT, expected at least one, or --all DIR (see ...
            train a.yaml --resume
                ganglion train: found --resume without --out, expected the directory to go on with (see ...
            train a.yaml --resume=x.checkpoint
                ganglion train: --resume: found 'x.checkpoint', expected no value (see ...
            train IN/none.yaml
                IN/none.yaml: there is no such file
            train IN/numbers.yaml --set /training/epochs=no
                IN/numbers.yaml: /training/epochs: found "no", expected a whole number from 1 to 1000000
            train IN/numbers.yaml --set '/augmentation={noise: {folder: broken, ratio-db: [3, 6]}}'
                IN/numbers.yaml: /augmentation/noise/folder: IN/broken/noise.wav: not a sound file of a known kind: it starts with 'no s', expected WAV (RIFF), ...
            train IN/numbers.yaml --set '/robustness=[{kind: noise, folder: nowhere, ratio-db: [10]}]'
                IN/numbers.yaml: /robustness/0/folder: found "nowhere", but there is no such folder
            train IN/numbers.yaml --set '/robustness=[{kind: noise, folder: broken, ratio-db: [10]}]'
                IN/numbers.yaml: /robustness: IN/broken/noise.wav: not a sound file of a known kind: it starts with 'no s', expected WAV (RIFF), ...
            train IN/numbers.yaml --set '/training/from={model: numbers.model, frozen: [layer-0], fresh: [layer-0]}'
                IN/numbers.yaml: /training/from/fresh: found "layer-0", which is frozen, expected a layer that learns
            train IN/numbers.yaml --set '/training/from={model: numbers.model, frozen: [layer-0, layer-1, layer-2, layer-3]}'
                IN/numbers.yaml: /training/from/frozen: found every layer that has something to learn, expected one that is not frozen
            train IN/numbers.yaml --set '/training/from={model: numbers.yaml}'
                IN/numbers.yaml: /training/from/model: found numbers.yaml: no ZIP archive, or an empty one
            train IN/spikes.yaml --set '/training/penalty={energy: {profile: ideal-45nm}}'
                IN/spikes.yaml: /training/penalty/energy/profile: profile ideal-45nm has no energy for a spike or a synaptic operation, so that fewer spikes save nothing on it
            train IN/cut.yaml
                IN/cut.yaml:7: /data/test: IN/cut/low/a.wav: the chunk 'data' claims 9600 bytes, expected at most the 4778 that are left of the file
            train --all IN/train
                IN/train: found no experiment file, expected some (YAML or JSON with the key experiment)
            train --all=
                ganglion train: --all: found an empty path, expected a file or folder (see ...
            train IN/numbers.yaml --cross-validate 1
                ganglion train: --cross-validate: found 1, expected a whole number from 2 to 1000 (see ...
            train IN/numbers.yaml --cross-validate 2 --out IN/parts.zip
                ganglion train: found --cross-validate with a model file to write, expected a directory, because there is no model (see ...
            train IN/numbers.yaml --cross-validate 25 --json
                IN/numbers.yaml:5: /data/training: found 4 groups of samples, expected at least 25, one for each part of a cross-validation
            train IN/numbers.yaml --learning-rate-test --cross-validate 2
                ganglion train: found --cross-validate with --learning-rate-test, expected one of them (see ...
            train IN/numbers.yaml --learning-rate-test --epochs 2
                ganglion train: found --learning-rate-test with --epochs, expected one of them, because a test has no epochs (see ...
            train IN/numbers.yaml --learning-rate-test --out IN/trained-numbers
                IN/trained-numbers: found model.zip of a training, which stays as it is; expected another name
            train IN/numbers.yaml --cross-validate=3 --out IN/trained-numbers
                IN/trained-numbers: found model.zip of a training, which stays as it is; expected another name
            train IN/numbers.yaml --resume --seed 4 --out IN/trained-numbers
                IN/trained-numbers/checkpoint.zip: found a checkpoint of another experiment or seed, expected one of numbers
            train IN/numbers.yaml --out IN/taken
                IN/taken: is not a training directory of Ganglion and stays as it is; expected another name
            train IN/numbers.yaml --out IN/photos.zip
                IN/photos.zip: is not a model file of Ganglion and stays as it is; expected another name
            train IN/numbers.yaml --out IN/cut-short --cross-validate=3
                IN/cut-short: found cut-short.checkpoint of a training, which stays as it is; expected another name
            train IN/numbers.yaml --out IN/cut-seeds --learning-rate-test
                IN/cut-seeds: found cut-seeds.seed-7.checkpoint of a training, which stays as it is; expected another name
            train IN/numbers.yaml --out IN/my --resume --quiet
                IN/my.checkpoint: is not a checkpoint of a training and stays as it is; expected another name
            train --epochs=0 a.yaml
                ganglion train: --epochs: found '0', expected a whole number from 1 to 1000000 (see ...
            train --threads 1025 a.yaml
                ganglion train: --threads: found '1025', expected a whole number from 1 to 1024 (see ...
            train a.yaml --resume out.checkpoint --out out
                ganglion train: found out.checkpoint among the experiments, and --resume takes no file; expected --out DIR, the training to go on with (see ...
            train a.yaml --resume checkpoint.zip
                ganglion train: found checkpoint.zip among the experiments, and --resume takes no file; expected --out DIR, the training to go on with (see ...
            evaluate
                ganglion evaluate: found no MODEL|SCENARIO, which is required (see ...
            evaluate IN/spikes.model
                ganglion evaluate: found neither --data nor a SOUND, expected one of them (see ...
            evaluate IN/spikes.model IN/tone.wav --data IN/test
                ganglion evaluate: found --data beside a SOUND, expected one of them (see ...
            evaluate IN/spikes.model IN/tone.wav --gain 3
                ganglion evaluate: found --gain without --data, expected it with labelled samples (see ...
            evaluate IN/spikes.model --data IN/test --threads 2
                ganglion evaluate: found --threads with --data, expected it with sounds (see ...
            evaluate IN/text.model --data IN/test
                IN/text.model: no ZIP archive, or an empty one
            evaluate IN/none.model --data IN/test
                IN/none.model: there is no such file, expected a model that ganglion train wrote
            evaluate IN/spikes.model --data IN/none
                IN/none: there is no such file or folder, expected samples
            evaluate IN/spikes.model --data IN/recorded.h5
                IN/recorded.h5: found recorded spikes, or a file that is no table, expected sounds: a folder with a folder for each class, one with examples.json, or a table file,label that ends in .csv
            evaluate IN/spikes.model --data IN/file
                IN/file: found recorded spikes, or a file that is no table, expected sounds: a folder with a folder for each class, one with examples.json, or a table file,label that ends in .csv
            evaluate IN/spikes.model --data IN/neither
                IN/neither/middle/a.wav: found the class "middle", expected one of high, low
            evaluate IN/spikes.model --data IN/test --explain 99
                --explain: found 99, expected 0 to 50
            evaluate IN/spikes.model --data IN/test --gain=1e400
                ganglion evaluate: --gain: found '1e400', expected a number from -200 to 200 (dB) (see ...
            evaluate IN/spikes.model --data IN/test --gain=NaN
                ganglion evaluate: --gain: found 'NaN', expected a number from -200 to 200 (dB) (see ...
            evaluate IN/spikes.model --data IN/test --snr=-Infinity
                ganglion evaluate: --snr: found '-Infinity', expected a number from -200 to 200 (dB) (see ...
            evaluate IN/spikes.model --data IN/test --snr=201
                ganglion evaluate: --snr: found '201', expected a number from -200 to 200 (dB) (see ...
            evaluate IN/spikes.model --data IN/test --noise IN/test
                --noise: found no --snr, expected the ratio in decibels
            evaluate IN/spikes.model --data IN/test --fragment '0 s'
                ganglion evaluate: --fragment: found "0 s", expected more than 0 s (see ...
            evaluate IN/spikes.model --data IN/test --csv IN/mine.csv
                IN/mine.csv: is not a table of trials and stays as it is; expected another name
            evaluate IN/spikes.model --data IN/test --explain 1 --out IN/mine.html
                IN/mine.html: is not a page of ganglion evaluate and stays as it is; expected another name
            evaluate IN/silent.yaml IN/tone.wav
                IN/silent.yaml:1: found no "decision", expected one: it says which neurons stand for which class
            evaluate IN/spikes.model IN/nowhere.wav
                IN/nowhere.wav: no such file or folder, expected sounds
            evaluate IN/none.model IN/tone.wav
                IN/none.model: there is no such file
            evaluate IN/spikes.model IN/tone.wav --csv IN/silent.yaml
                IN/silent.yaml: is not a table of classified sounds and stays as it is; expected another name
            compile IN/spikes.model
                ganglion compile: found no --out DIR|SCENARIO, which is required (see ...
            compile IN/spikes.model --out IN/x --audio IN/nowhere.wav
                --audio: found IN/nowhere.wav, but there is no such file, expected a sound file
            compile IN/spikes.model --out IN/x --audio IN/empty.wav
                --audio: IN/empty.wav: the file is empty, expected a sound file
            compile IN/spikes.model --out IN/x --verify IN/neither
                IN/neither/middle/a.wav: found the class "middle", expected one of high, low
            compile IN/spikes.model --out IN/x --verify IN/recorded.h5
                IN/recorded.h5: found recorded spikes, or a file that is no table, expected sounds: a folder with a folder for each class, one with examples.json, or a table file,label that ends in .csv
            compile IN/spikes.model --out IN/mine.yaml --audio IN/tone.wav
                IN/mine.yaml: is not a scenario that Ganglion made (there is no mine.weights.h5 beside it) and stays as it is; expected another name
            cost IN/run
                IN/run/origin.json: names IN/scenario/scenario.yaml, which is neither in the run directory nor below the working folder; expected --scenario with a file that you trust, or --allow-outside-paths if you trust the run
            cost IN/nothing
                IN/nothing: is no run directory, expected one that ganglion run has written
            cost IN/version-1 --allow-outside-paths
                IN/version-1/result.json: found formatVersion 1, expected 2: run the scenario again
            cost IN/version-99 --allow-outside-paths
                IN/version-99/result.json: found formatVersion 99, expected 2: run the scenario again
            cost IN/version-null --allow-outside-paths
                IN/version-null/result.json: found formatVersion null, expected 2: run the scenario again
            cost IN/version-text --allow-outside-paths
                IN/version-text/result.json: found formatVersion "2", expected 2: run the scenario again
            cost IN/no-origin --allow-outside-paths
                IN/no-origin/origin.json:1: not valid JSON: found the end of the file, expected the end of what was begun
            cost IN/more-spikes --allow-outside-paths
                IN/more-spikes/spikes.csv: holds other spikes than the run wrote, expected those with the SHA-256 in result.json
            cost IN/moved --allow-outside-paths
                IN/moved/origin.json: names the scenario IN/elsewhere/scenario.yaml, which is not there; expected it, or --scenario with its new place
            cost IN/some-spikes --allow-outside-paths
                IN/some-spikes/spikes.csv: holds no spikes of taps, expected a run with record: {spikes: all}
            cost IN/run --scenario IN/other/scenario.yaml
                IN/other/scenario.yaml: gives another network than the one that ran, expected its inputs, neurons, weights and connections unchanged
            cost IN/run --allow-outside-paths --profile lohi
                --profile: found "lohi", expected akida, ... did you mean "loihi"?
            cost IN/run --allow-outside-paths --profile odin@80MHz
                --profile: found the clock 80 MHz, expected one from 1.3 MHz to 75 MHz, where its figures are known to hold
            cost IN/run --allow-outside-paths --placement spred
                ganglion cost: --placement: found 'spred', expected in-order, fewest-messages, spread, did you mean "spread"? (see ...
            cost IN/run --allow-outside-paths --csv IN/x.csv --set '/power/idle=1 mW'
                --csv: found it beside --set, which writes sensitivity.csv to its folder
            cost IN/run --allow-outside-paths --csv IN/mine.csv
                IN/mine.csv: is not a table of estimates and stays as it is; expected another name
            cost IN/run --allow-outside-paths --out IN/taken
                IN/taken: is not a folder of costs of Ganglion and stays as it is; expected another name
            cost IN/run --allow-outside-paths --set '/energy/nothing=1 pJ..2 pJ'
                --set: found the operation "nothing", expected one of synaptic-operation, ...
            cost IN/run --allow-outside-paths --set '/energy/synaptic-operation=2 pJ..1 pJ'
                --set: found the range 2 pJ..1 pJ, expected the lower end first
            cost IN/run --allow-outside-paths --set here
                --set: found "here", expected /energy/OPERATION=LOW..HIGH, /time/OPERATION=LOW..HIGH or /power/STATE=LOW..HIGH
            cost IN/run --allow-outside-paths --set '/time/hop-east=1 pJ'
                --set: found "1 pJ", expected a time such as 3.5 ns (s, ms, us, ns, ps)
            cost a --steps 102
                ganglion cost: --steps: found '102', expected a whole number from 1 to 101 (see ...
            diff a
                ganglion diff: found no RUN_B, which is required (see ...
            diff IN/run IN/nothing
                IN/nothing: is no run directory, expected one that ganglion run has written
            diff IN/run IN/version-99
                IN/version-99/result.json: found formatVersion 99, expected 2: run the scenario again
            diff IN/run IN/no-header
                IN/no-header/spikes.csv: found no line "# format: ..." above the header
            diff IN/run IN/cut-spikes
                IN/cut-spikes/spikes.csv:12: found 3 fields, expected time_s,tick,population,neuron
            diff IN/no-json IN/run
                IN/no-json/result.json:1: not valid JSON: found the end of the file, expected the end of what was begun
            diff IN/run IN/run --html IN/mine.html
                IN/mine.html: is not a page of differences and stays as it is; expected another name
            trace IN/run --out IN/t.json --allow-outside-paths --profile loihi --from '7200 s'
                --from: found tick 7200000, expected one of the 50 ticks of the run
            trace IN/run --out IN/t.json --allow-outside-paths --profile loihi --from soon
                --from: found "soon", expected a time such as 3.5 ns (s, ms, us, ns, ps)
            trace IN/run --out IN/t.json --allow-outside-paths --profile loihi --until 0
                --until: found tick 0, expected one after tick 0 and at most 50, the end of the run
            trace IN/run --out IN/t.json --allow-outside-paths --profile loihi --until '1e9 s'
                --until: found tick 1000000000000, expected one after tick 0 and at most 50, the end of the run
            trace IN/run --out IN/t.json --allow-outside-paths --profile loihi --from '0.5 ms'
                --from: found "0.5 ms", expected a multiple of the tick of 1 ms
            trace IN/run --out IN/t.json --allow-outside-paths --profile stm32u575
                --profile: found no device that can be traced, expected a chip that follows spikes, holds the network and has all times: stm32u575 (compute layers as a whole, so that no core waits for a spike)
            trace IN/run --out IN/mine.json --allow-outside-paths --profile loihi
                IN/mine.json: is not a trace of Ganglion and stays as it is; expected another name
            import IN/net.nir --out IN/net.yaml
                ganglion import: found no --tick, expected one such as --tick 1ms (see ...
            import IN/net.nir --out IN/net.yaml --tick 2ms --reset never
                ganglion import: found --reset never, expected zero or subtract (see ...
            import IN/net.nir --out IN/net.yaml --tick 2ms --discretisation midpoint
                ganglion import: found --discretisation midpoint, expected euler, exact, euler-previous-current or impulse-invariant (see ...
            import IN/net.nir --out IN/net.yaml --tick 2
                ganglion import: found "2", expected a time such as 3.5 ns (s, ms, us, ns, ps) (see ...
            import IN/net.nir --out IN/net.yaml --tick 2ms --duration 3ms
                ganglion import: 0.003 s is not a multiple of the tick of 0.002 s (see ...
            import IN/text.nir --out IN/net.yaml --tick 1ms
                IN/text.nir: is not a readable HDF5 file, expected one that is whole and of a kind that is supported
            import IN/none.nir --out IN/net.yaml --tick 1ms
                IN/none.nir: no such file
            import IN/net.nir --out IN/mine.yaml --tick 1ms
                IN/mine.yaml: is not a scenario that Ganglion made (there is no mine.weights.h5 beside it) and stays as it is; expected another name
            export IN/spikes.model --out IN/tiny.nir
                ganglion export: found no --tick, which a model needs: what a step is in the time of the graph (see ...
            export IN/spikes.model --out IN/tiny.nir --tick '1 ms'
                IN/spikes.model: population layer-1: found a reset at the tick after the spike, but NIR resets in the same step; --reset-at-once writes it so
            export IN/spikes.model --out IN/tiny.nir --tick '1 V'
                ganglion export: found "1 V", expected a time such as 3.5 ns (s, ms, us, ns, ps) (see ...
            export IN/spikes.model --out IN/tiny.nir --tick '1 ms' --discretisation midpoint
                ganglion export: found --discretisation midpoint, expected euler, exact or impulse-invariant (see ...
            export IN/broken.model --out IN/tiny.nir --tick '1 ms'
                IN/broken.model: the ZIP archive is damaged, or ends too soon
            export IN/scenario/scenario.yaml --out IN/tiny.nir --tick '1 ms'
                ganglion export: found --tick with IN/scenario/scenario.yaml, which is no model file; a scenario has a tick of its own (see ...
            export IN/scenario/scenario.yaml --out IN/mine.yaml
                IN/mine.yaml: is not a graph in HDF5 and stays as it is; expected another name
            profile nosuch --help
                ganglion profile: there is no command nosuch (see ...
            profile show lohi
                lohi: found no profile of that name, expected one of akida, ... did you mean "loihi"?
            profile show loihi@1MHz
                loihi: found the clock 1 MHz, expected none: the profile gives its figures for no clock
            profile accuracy lohi
                lohi: found no profile of that name, expected one of akida, ... did you mean "loihi"?
            profile new mine --out IN/mine.yaml
                IN/mine.yaml: found a file of that name, which is not overwritten; expected another --out
            profile new mine --kind dense --out IN/chip.yaml
                profile new: found the kind "dense", expected one of spiking, processor
            profile new 'My Chip' --out IN/chip.yaml
                profile new: found "My Chip", expected a name of lower-case letters, digits and hyphens
            profile new loihi --out IN/chip.yaml
                profile new: found "loihi", which is a profile that ships with Ganglion, expected another name
            profile new mine --out=
                ganglion profile new: --out: found an empty path, expected a file or folder (see ...
            profile validate
                ganglion profile validate: found none, expected one of --schema, --reference, or at least one FILE (see ...
            profile validate --schema IN/my-powr.yaml
                ganglion profile validate: found several, expected one of --schema, --reference, or at least one FILE (see ...
            profile validate IN/my-powr.yaml
                IN/my-powr.yaml:51: /powr: found the unknown key "powr", expected one of profile, ..., did you mean "power"?
            profile validate IN/none.yaml
                IN/none.yaml: there is no such file
            validate
                ganglion validate: found none, expected one of --schema, --reference, or at least one FILE (see ...
            validate IN/gone.yaml
                IN/gone.yaml:4: /inputs/0/spikes: found "gone.csv", but there is no such file
            validate IN/below/scenario.yaml
                IN/below/scenario.yaml:4: /inputs/0/spikes: found "../scenario/taps.csv", which leaves the folder of this file; expected a path within it, an absolute path, or the flag --allow-outside-paths
            validate IN/numbers.yaml --set /training/epochs=none
                IN/numbers.yaml: /training/epochs: found "none", expected a whole number from 1 to 1000000
            validate --schema --set /seed=1
                ganglion validate: found --set without a FILE, expected one to put the value into (see ...
            validate --schema a.yaml
                ganglion validate: found several, expected one of --schema, --reference, or at least one FILE (see ...
            validate --schema --task melody
                ganglion validate: --task: found the task "melody", expected one of classification, ... (see ...
            validate /dev/null
                /dev/null: found a pipe or a device, which cannot be read twice, expected a file
            validate a\uFFFDb.yaml
                a\uFFFDb.yaml: found bytes that are no characters in this locale, expected a name in UTF-8 (and LC_ALL=C.UTF-8)
            completion
                ganglion completion: found no SHELL, which is required (see ...
            completion tcsh
                ganglion completion: SHELL: found 'tcsh', expected bash or zsh (see ...
            bench --json w1
                ganglion bench: found no benchmarks beside this program, expected ./ganglion of a source tree
            prepare
                ganglion prepare: found no launcher, expected the script ganglion of an installation
            classify IN/spikes.model IN/tone.wav
                ganglion: there is no command classify, expected evaluate MODEL SOUND... (see ...
            rnu a.yaml
                ganglion: there is no command rnu, did you mean "run"? (see ...
            nosuch --help
                ganglion: there is no command nosuch (see ...
            --help nosuch
                ganglion: there is no command nosuch (see ...
            help nosuch
                ganglion: there is no command nosuch (see ...
            help profile nosuch
                ganglion profile: there is no command nosuch (see ...
            @IN/file
                ganglion: there is no command @IN/file (see ...
            hear @IN/file
                @IN/file: no such file or folder, expected sounds
            """;

    /** A part of a scenario that runs, what stands in its place, and below it what {@code run} says; ~ is a line break. */
    private static final String SCENARIOS = """
            beta: 0.9 | beta: -0.1
                IN/bad/bad.yaml:7: /network/populations/0/parameters/beta: found -0.1, expected at least 0
            beta: 0.9 | beta: 1.5
                IN/bad/bad.yaml:7: /network/populations/0/parameters/beta: found 1.5, expected at most 1
            beta: 0.9 | beta: .nan
                IN/bad/bad.yaml:7: /network/populations/0/parameters/beta: found .nan, expected a finite number
            threshold: 1 | threshold: .inf
                IN/bad/bad.yaml:7: /network/populations/0/parameters/threshold: found .inf, expected a finite number
            threshold: 1 | treshold: 1
                IN/bad/bad.yaml:7: /network/populations/0/parameters/treshold: found the unknown key "treshold", expected one of beta, ..., did you mean "threshold"?
            size: 2, model | size: -2, model
                IN/bad/bad.yaml:7: /network/populations/0/size: found -2, expected at least 1
            tick: 1 ms | tick: 0 ms
                IN/bad/bad.yaml:2: /clock/tick: found "0 ms", expected 1 ns to 1 s
            tick: 1 ms | tick: 1 furlong
                IN/bad/bad.yaml:2: /clock/tick: found "1 furlong", expected a time such as 2 ms (s, ms, us, ns, ps)
            duration: 50 ms | duration: -50 ms
                IN/bad/bad.yaml:2: /clock/duration: found "-50 ms", expected a time such as 2 ms or 3 ticks (s, ms, us, ns, ps, ticks), not below 0
            delay: 1 tick | delay: 0 ticks
                IN/bad/bad.yaml:9: /network/projections/0/delay: found a delay of "0 ticks", expected at least 1 tick (1 ms) and at most 2147483647 ticks
            delay: 1 tick | delay: 1.5 ms
                IN/bad/bad.yaml:9: /network/projections/0/delay: found "1.5 ms", expected a multiple of the tick of 1 ms
            weights: 1.0 | weights: -.inf
                IN/bad/bad.yaml:9: /network/projections/0/weights: found -.inf, expected a finite number
            connectivity: one-to-one, weights: 1.0 | weights: three.csv
                IN/bad/bad.yaml:9: /network/projections/0/weights: three.csv: line 2: found more than the expected 4 numbers
            connectivity: one-to-one, weights: 1.0 | weights: words.csv
                IN/bad/bad.yaml:9: /network/projections/0/weights: words.csv: line 2: found "many", expected a finite number
            connectivity: one-to-one, weights: 1.0 | weights: gone.npy
                IN/bad/bad.yaml:9: /network/projections/0/weights: found "gone.npy", but there is no such file
            to: out | to: aut
                IN/bad/bad.yaml:9: /network/projections/0/to: found "aut", expected the name of a population (there is out), did you mean "out"?
            from: taps | from: nowhere
                IN/bad/bad.yaml:9: /network/projections/0/from: found "nowhere", expected the name of an input or population (there is taps, out)
            hardware: [loihi | hardware: [lohi
                IN/bad/bad.yaml:11: /hardware/0: found "lohi", expected akida, ... did you mean "loihi"?
            between: [3, 3] | between: [5, 3]
                IN/bad/bad.yaml:13: /expect/0/between: found limits that nothing can keep, expected the lower one first
            between: [3, 3] | betwen: [3, 3]
                IN/bad/bad.yaml:13: /expect/0/betwen: found the unknown key "betwen", expected one of spikes, ..., did you mean "between"?
            clock: | klock:
                IN/bad/bad.yaml:2: /klock: found the unknown key "klock", expected one of $schema, ..., did you mean "clock"?
            populations: | popullations:
                IN/bad/bad.yaml:6: /network/popullations: found the unknown key "popullations", expected one of populations, projections, did you mean "populations"?
            expect: | expects:
                IN/bad/bad.yaml:12: /expects: found the unknown key "expects", expected one of $schema, ..., did you mean "expect"?
            decision: | scenario: again~decision:
                IN/bad/bad.yaml:10: /scenario: found the key "scenario" twice, first in line 1
            network: | network: [
                IN/bad/bad.yaml:7: not valid YAML: found "-" in column 5, expected keys and values; a text that begins with one of !&*|>%@ needs quotes
            spikes: taps.csv | spikes: nine.csv
                IN/bad/bad.yaml:4: /inputs/0/spikes: nine.csv: line 3: found neuron 9, expected 0 to 1
            spikes: taps.csv | spikes: gone.csv
                IN/bad/bad.yaml:4: /inputs/0/spikes: found "gone.csv", but there is no such file
            spikes: taps.csv, size: 2 | audio: broken.wav, frontend: {hop: 1 ms, mel-bands: 2}
                IN/bad/bad.yaml:4: /inputs/0/audio: broken.wav: not a sound file of a known kind: it starts with 'no s', expected WAV (RIFF), ...
            spikes: taps.csv, size: 2 | audio: gone.wav, frontend: {hop: 1 ms, mel-bands: 2}
                IN/bad/bad.yaml:4: /inputs/0/audio: found "gone.wav", but there is no such file
            scenario: two-taps | scenario: !!javax.script.ScriptEngineManager [x]
                IN/bad/bad.yaml:1: /scenario: found the tag "tag:yaml.org,2002:javax.script.ScriptEngineManager", expected a plain value
            """;

    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+'[^']*'|\\S+)");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeInputs() throws IOException {
        new RefusedInputs(folder);
    }

    private static List<Arguments> pairs(String table) {
        List<String> lines = table.lines().toList();
        List<Arguments> pairs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 2) {
            pairs.add(arguments(lines.get(i), lines.get(i + 1).strip()));
        }
        return pairs;
    }

    static List<Arguments> commandLines() {
        return pairs(COMMAND_LINES);
    }

    static List<Arguments> scenarios() {
        return pairs(SCENARIOS);
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void aCommandLineIsRefused(String line, String said) throws IOException {
        Object[] words = WORD.matcher(line)
                .results()
                .map(word -> word.group().replace("'", "").replace("IN", folder.toString()))
                .toArray();
        assertRefused(said, words);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aScenarioIsRefused(String change, String said) throws IOException {
        String[] parts = change.split(" \\| ");
        String text = Files.readString(folder.resolve("scenario/scenario.yaml"));
        assertTrue(text.contains(parts[0]), change);
        Path bad =
                Files.writeString(folder.resolve("bad/bad.yaml"), text.replace(parts[0], parts[1].replace('~', '\n')));
        assertRefused(said, "run", bad, "--out", folder.resolve("out"));
    }

    @Test
    void everyMistakeOfAScenarioIsALine() {
        Outcome run = ganglion(
                "run",
                folder.resolve("scenario/scenario.yaml"),
                "--set=/network/populations/0/size=-2",
                "--set=/network/populations/0/parameters/beta=7");

        assertEquals(ExitCode.BAD_INPUT, run.code());
        assertEquals(2, run.errorLines().size(), run::toString);
    }

    private static void assertRefused(String said, Object... words) throws IOException {
        Map<Path, Object> before = files();
        Outcome outcome = ganglion(words);
        outcome.assertRefusedInOneLine();
        String line = outcome.err().strip().replace(folder.toString(), "IN");
        String expected =
                Stream.of(said.split("\\.\\.\\.", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        if (!line.matches(expected)) {
            assertEquals(said, line);
        }
        assertEquals(before, files());
    }

    /** Every file with the time at which it was last changed. */
    private static Map<Path, Object> files() throws IOException {
        Map<Path, Object> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file, Files.getLastModifiedTime(file));
            }
        }
        return files;
    }
}

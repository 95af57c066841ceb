// Runs a graph model in TensorFlow.js itself, on its own processor backend, and writes what comes out:
//   node tfjs.cjs TF.JS MODEL OUTPUTS INPUTS FOLDER
// OUTPUTS: names of nodes, by commas.
// INPUTS: JSON, {name: [shape]}; the values lie in FOLDER/NAME-OF-INPUT-NUMBER.in as 32-bit floats, little-endian.
// Written: FOLDER/NUMBER.out for each output, and on the standard output JSON, [{name, shape}], in order.
'use strict';
const fs = require('fs');
const path = require('path');
const [library, model, outputs, inputs, folder] = process.argv.slice(2);
const tf = require(path.resolve(library));

// Packages for browsers ship the same JSON and shards as scripts.
function unbundled(file) {
    const bytes = fs.readFileSync(file);
    return bytes.subarray(0, 10).toString('latin1') === '!function(' ? require(path.resolve(file)) : bytes;
}

function artifacts() {
    const read = unbundled(model);
    const json = Buffer.isBuffer(read) ? JSON.parse(read.toString('utf8')) : read;
    const manifest = json.weightsManifest;
    const shards = manifest.flatMap((group) => group.paths).map((name) => {
        const shard = unbundled(path.join(path.dirname(model), name));
        return Buffer.isBuffer(shard) ? shard : Buffer.from(typeof shard === 'string' ? shard : shard.default, 'base64');
    });
    const data = Buffer.concat(shards);
    return {
        modelTopology: json.modelTopology,
        weightSpecs: manifest.flatMap((group) => group.weights),
        weightData: data.buffer.slice(data.byteOffset, data.byteOffset + data.length),
        signature: json.signature || (json.userDefinedMetadata || {}).signature,
        userDefinedMetadata: json.userDefinedMetadata,
    };
}

async function main() {
    await tf.setBackend('cpu');
    const graph = await tf.loadGraphModel(tf.io.fromMemory(artifacts()));
    const given = {};
    Object.entries(JSON.parse(inputs)).forEach(([name, shape], number) => {
        const bytes = fs.readFileSync(path.join(folder, number + '.in'));
        given[name] = tf.tensor(new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)), shape);
    });
    const names = outputs.split(',');
    const results = graph.execute(given, names);
    const told = (Array.isArray(results) ? results : [results]).map((tensor, number) => {
        fs.writeFileSync(path.join(folder, number + '.out'), Buffer.from(new Float32Array(tensor.dataSync()).buffer));
        return { name: names[number], shape: tensor.shape };
    });
    console.log(JSON.stringify(told));
}

main().catch((problem) => {
    console.error(problem);
    process.exit(1);
});

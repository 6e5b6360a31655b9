// Saving books as .xlsx files and loading them. Every path in and out of the file format leads through here.
export { type Identity, loadBook } from './load';
export { type CutCell, cutCells, type SaveOptions, saveBook } from './save';

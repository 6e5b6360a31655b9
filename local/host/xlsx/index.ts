// Saving books as .xlsx files and loading them. Every path in and out of the file format leads through here.
export { loadBook } from './load';
export { cutCells, type SaveOptions, saveBook } from './save';

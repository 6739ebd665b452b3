// Reads a GIFT file with the parser of the GIFT project and prints what it found as JSON: one type a question.
import { readFileSync } from 'node:fs';
import gift from 'gift-pegjs';
console.log(JSON.stringify(gift.parse(readFileSync(process.argv[2], 'utf8')).filter(q => q.type !== 'Category' && q.type !== 'Description').map(q => q.type)));

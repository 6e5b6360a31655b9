// Files and imports: why a file is refused, where its columns went, what was wrong in a row.
export const importWords = {
  'file.empty': { 'zh-CN': '文件 {file} 是空的', en: 'The file {file} is empty' },
  'file.excel': {
    'zh-CN': '{file} 是 Excel 或其他表格软件的工作簿。在那里另存为“CSV UTF-8”，再导入',
    en: '{file} is a workbook of Excel or another spreadsheet. Save it there as “CSV UTF-8” and import that',
  },
  'file.zip': {
    'zh-CN': '{file} 是压缩包。解压后导入里面的 CSV',
    en: '{file} is an archive. Unpack it and import the CSV inside',
  },
  'file.pdf': { 'zh-CN': '{file} 是 PDF，不是表格。导入要用 CSV', en: '{file} is a PDF, not a list. Import takes CSV' },
  'file.image': { 'zh-CN': '{file} 是图片，不是表格。导入要用 CSV', en: '{file} is a picture, not a list. Import takes CSV' },
  'file.html': {
    'zh-CN': '{file} 其实是网页。用表格软件打开，另存为“CSV UTF-8”，再导入',
    en: '{file} is in fact a web page. Open it in a spreadsheet, save it as “CSV UTF-8” and import that',
  },
  'file.utf32': {
    'zh-CN': '{file} 的编码是 UTF-32，读不了。另存为 UTF-8',
    en: '{file} is in UTF-32, which cannot be read. Save it as UTF-8',
  },
  'file.binary': { 'zh-CN': '{file} 不是文本文件。导入要用 CSV', en: '{file} is no text file. Import takes CSV' },
  'file.encoding': {
    'zh-CN': '认不出 {file} 的编码：UTF-8、UTF-16、GB18030、Big5、Windows-1252 都读不通。另存为“CSV UTF-8”',
    en: 'The encoding of {file} is unknown: it reads as none of UTF-8, UTF-16, GB18030, Big5, Windows-1252. Save it as “CSV UTF-8”',
  },
  'file.wrongEncoding': { 'zh-CN': '{file} 的编码不是 {encoding}', en: '{file} is not in {encoding}' },
  'csv.quote': {
    'zh-CN': '第 {line} 行第 {column} 列的引号没有结束，文件没有导入',
    en: 'The quote that opens on line {line}, column {column}, never closes; nothing was imported',
  },
  'csv.columns': {
    'zh-CN': '第 {line} 行有 {columns} 列，最多 {max} 列，文件没有导入',
    en: 'Line {line} has {columns} columns; at most {max} can be taken; nothing was imported',
  },
  'csv.cell': {
    'zh-CN': '第 {line} 行第 {column} 列超过 {max} 字（也可能是引号没有结束），文件没有导入',
    en: 'Line {line}, column {column}, has over {max} characters, or a quote that never closes; nothing was imported',
  },
  'import.noBatch': {
    'zh-CN': '导入批次 {batch} 已不在“导入”表里。重新选择文件',
    en: 'Import batch {batch} no longer stands in the Import sheet. Choose the file again',
  },
  'import.partStaged': {
    'zh-CN': '导入批次 {batch} 没有传完，什么都没有导入。重新选择文件',
    en: 'Not all of import batch {batch} arrived, so nothing was imported. Choose the file again',
  },
  'import.tooMany': {
    'zh-CN': '{file} 有 {rows} 行，这份表格还放得下 {max} 行。把名单分开，导入到两份客户池；什么都没有写入',
    en: '{file} has {rows} rows; this spreadsheet has room for {max}. Split the list between two pools; nothing was written',
  },
  'import.noRows': { 'zh-CN': '文件里只有表头，没有数据', en: 'The file has a header and no data' },
  'import.row.nobody': {
    'zh-CN': '第 {line} 行没有姓名，也没有公司',
    en: 'Line {line} has neither a name nor a company',
  },
  'import.row.header': { 'zh-CN': '第 {line} 行又是表头', en: 'Line {line} is the header once more' },
  'import.row.total': { 'zh-CN': '第 {line} 行是合计，不是客户', en: 'Line {line} is a total, no customer' },
} as const;

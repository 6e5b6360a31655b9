// Texts as people paste them in a English workbook, with the fields they should fill; several values of one field are parted by `|`, and `rest`
// is what no field is for.

type Case = readonly [title: string, text: string, fields: Readonly<Record<string, string>>];

/** Region: the United States. */
export const ENGLISH: readonly Case[] = [
  [
    'a signature of letters',
    'Best regards,\nJane Doe\nSales Manager | Acme Trading Co., Ltd.\nT: +1 (555) 010-1234 | M: +1 (555) 010-5678\nE: jane@example.com | www.example.com\n123 Example Street\nSpringfield, IL 62701',
    {
      rest: 'Best regards,',
      name: 'Jane Doe',
      title: 'Sales Manager',
      company: 'Acme Trading Co., Ltd.',
      phone: '+1 (555) 010-1234',
      mobile: '+1 (555) 010-5678',
      email: 'jane@example.com',
      remark: 'www.example.com',
      address: '123 Example Street, Springfield, IL 62701',
    },
  ],
  [
    'somebody introduces herself',
    'Hi, this is Jane Doe from Acme Ltd, my number is (212) 555-0147 and my WeChat is jane_doe2026',
    { rest: 'Hi,|my number is|and my', name: 'Jane Doe', company: 'Acme Ltd', mobile: '+1 212 555 0147', wechat: 'jane_doe2026' },
  ],
  [
    'labels',
    'Name: John Smith\nCompany: Example Widgets Inc.\nTitle: Head of Purchasing\nPhone: 212-555-0199 ext. 12\nEmail: john.smith@example.org\nAddress: 5 High Street, London',
    {
      name: 'John Smith',
      company: 'Example Widgets Inc.',
      title: 'Head of Purchasing',
      phone: '+1 212 555 0199 x12',
      email: 'john.smith@example.org',
      address: '5 High Street, London',
    },
  ],
  [
    'a title before the name',
    'Mr. Wang, Purchasing, Example Holdings, mobile 212.555.0123',
    { name: 'Mr. Wang', title: 'Purchasing', company: 'Example Holdings', mobile: '+1 212 555 0123' },
  ],
  [
    'a row of a table',
    'John Smith\tExample Widgets Inc.\tCEO\t(212) 555-0188\tjohn@example.com',
    { name: 'John Smith', company: 'Example Widgets Inc.', title: 'CEO', mobile: '+1 212 555 0188', email: 'john@example.com' },
  ],
  [
    'capitals and a suite',
    'JOHN SMITH\nVice President, Engineering\nEXAMPLE WIDGETS, INC.\n100 Main St, Suite 200, Boston, MA 02110\no 617.555.0100  m 617.555.0101\njohn@example.com\nexample.com',
    {
      name: 'JOHN SMITH',
      title: 'Vice President',
      rest: 'Engineering',
      company: 'EXAMPLE WIDGETS, INC.',
      address: '100 Main St, Suite 200, Boston, MA 02110',
      phone: '+1 617 555 0100',
      mobile: '+1 617 555 0101',
      email: 'john@example.com',
      remark: 'example.com',
    },
  ],
  [
    'a card of Singapore',
    'WhatsApp: +65 9123 4567\nTan Wei Ming\nDirector\nExample Pte Ltd\n10 Anson Road #12-34 Singapore 079903',
    {
      other_im: 'whatsapp:+65 9123 4567',
      name: 'Tan Wei Ming',
      title: 'Director',
      company: 'Example Pte Ltd',
      address: '10 Anson Road #12-34 Singapore 079903',
    },
  ],
  ['nothing at all', 'Sent from my iPhone', { rest: 'Sent from my iPhone' }],
  [
    'bars',
    'John Smith | Purchasing Manager | Example Foods Ltd | +44 20 7946 0123 | john.smith@example.org',
    {
      name: 'John Smith',
      title: 'Purchasing Manager',
      company: 'Example Foods Ltd',
      phone: '+44 207 946 0123',
      email: 'john.smith@example.org',
    },
  ],
  [
    'three labels, one a fax',
    'Tel: 212-555-0100\nFax: 212-555-0101\nCell: 212-555-0102',
    { mobile: '+1 212 555 0100', remark: 'Fax: 212-555-0101', phone: '+1 212 555 0102' },
  ],
  [
    'a doctor',
    'Dr. Emily Carter\nChief Medical Officer\nExample Health Group\nOffice: (617) 555-0123 x45\nemily.carter@example.org',
    {
      name: 'Dr. Emily Carter',
      title: 'Chief Medical Officer',
      company: 'Example Health Group',
      phone: '+1 617 555 0123 x45',
      email: 'emily.carter@example.org',
    },
  ],
  ['the head of a mail', 'From: Maria Garcia <maria@example.com>', { name: 'Maria Garcia', email: 'maria@example.com' }],
  [
    'a signature below thanks',
    'Thanks,\nMaria\n--\nMaria Garcia\nHead of Buying, Example Stores PLC\nm: +44 7700 900123\nw: www.example.org',
    {
      rest: 'Thanks,\nMaria\n--',
      name: 'Maria Garcia',
      title: 'Head of Buying',
      company: 'Example Stores PLC',
      mobile: '+44 770 090 0123',
      remark: 'w: www.example.org',
    },
  ],
  [
    'labels of other columns',
    'Customer name: Tom Brown\nE-mail: tom@example.com\nCity: Shenzhen\nSource: Fair',
    { name: 'Tom Brown', email: 'tom@example.com', city: 'Shenzhen', source: 'Fair' },
  ],
  [
    'one line with commas',
    'Tom Brown, tom@example.com, 212-555-0177',
    { name: 'Tom Brown', email: 'tom@example.com', mobile: '+1 212 555 0177' },
  ],
  [
    'a card in two languages',
    'Chan Tai Man 陳大文\nDirector 董事\nExample (HK) Limited 示例（香港）有限公司\nTel: +852 2555 1234\nWhatsApp: +852 9555 1234\nUnit 5, 10/F, Example Tower, 1 Example Road, Kowloon, Hong Kong',
    {
      rest: 'Chan Tai Man|示例（香港）有限公司',
      name: '陳大文',
      title: 'Director|董事',
      company: 'Example (HK) Limited',
      phone: '+852 2555 1234',
      other_im: 'whatsapp:+852 9555 1234',
      address: 'Unit 5, 10/F, Example Tower, 1 Example Road, Kowloon, Hong Kong',
    },
  ],
  [
    'a number of India',
    'my name is Priya Patel, +91 98765 43210, same on WhatsApp',
    { name: 'Priya Patel', mobile: '+91 987 654 3210', rest: 'same on WhatsApp' },
  ],
  [
    'a web address',
    'Alice Johnson\nalice@example.com\n+1-212-555-0142\nhttps://www.example.com/team/alice',
    {
      name: 'Alice Johnson',
      email: 'alice@example.com',
      mobile: '+1 212 555 0142',
      remark: 'https://www.example.com/team/alice',
    },
  ],
  [
    'labels without a colon',
    'Name Tom Brown\nTitle Sales Director\nMobile 212 555 0142',
    { name: 'Tom Brown', title: 'Sales Director', mobile: '+1 212 555 0142' },
  ],
  [
    'a name inside a sentence',
    'Call Bob at 212-555-0155 after 5pm',
    { rest: 'Call Bob at|after 5pm', mobile: '+1 212 555 0155' },
  ],
  [
    'a card of Germany',
    'SMITH, John\nExample GmbH\nMusterstraße 12\n12345 Berlin\n+49 30 123456',
    { rest: 'SMITH,|Musterstraße 12\n12345 Berlin', name: 'John', company: 'Example GmbH', phone: '+49 3012 3456' },
  ],
  [
    'an order is no number',
    'Order 12345 shipped on 2026-03-11, total $1,234.56',
    { rest: 'Order 12345 shipped on 2026-03-11, total $1,234.56' },
  ],
  ['two letters', 'T 212.555.0100  F 212.555.0101', { phone: '+1 212 555 0100', remark: 'F 212.555.0101' }],
  [
    'small print',
    'Jane Doe\nSenior Account Executive\nAcme Inc.\n\nThis e-mail is confidential. If you are not the intended recipient, delete it.',
    {
      name: 'Jane Doe',
      title: 'Senior Account Executive',
      company: 'Acme Inc.',
      rest: 'This e-mail is confidential. If you are not the intended recipient, delete it.',
    },
  ],
  [
    'accounts',
    'WeChat: jane-doe-22\nSkype: live:jane\nLinkedIn: linkedin.com/in/janedoe',
    { wechat: 'jane-doe-22', other_im: 'skype:live:jane|linkedin:linkedin.com/in/janedoe' },
  ],
  [
    'notes behind numbers',
    'Jane Doe, CEO\nAcme Corporation\n+1 (212) 555-0142 (mobile)\n+1 (212) 555-0143 (office)',
    {
      name: 'Jane Doe',
      title: 'CEO',
      company: 'Acme Corporation',
      mobile: '+1 212 555 0142',
      phone: '+1 212 555 0143',
      rest: '(office)',
    },
  ],
  [
    'an answer to a call',
    "Hi Tom,\n\nThanks for your call. My direct line is 212-555-0166.\n\nKind regards\n\nSarah O'Connor\nProcurement Lead\nExample Industries Pty Ltd\nLevel 3, 200 George St, Sydney NSW 2000\nP +61 2 5550 1234 | M +61 400 000 123\nsarah.oconnor@example.com",
    {
      rest: 'Hi Tom,\n\nThanks for your call. My direct line is|Kind regards',
      mobile: '+1 212 555 0166',
      name: "Sarah O'Connor",
      title: 'Procurement Lead',
      company: 'Example Industries Pty Ltd',
      address: 'Level 3, 200 George St, Sydney NSW 2000',
      phone: '+61 255501234|+61 400000123',
      email: 'sarah.oconnor@example.com',
    },
  ],
  [
    'a mobile of China',
    'Mobile: +86 138 0000 2468\nLi Lei (Leo)\nSales Director, Spruce Technology Co., Ltd.\nNo. 8 Keji Road, Nanshan District, Shenzhen, Guangdong 518057, China',
    {
      mobile: '+8613800002468',
      name: 'Li Lei',
      rest: '(Leo)',
      title: 'Sales Director',
      company: 'Spruce Technology Co., Ltd.',
      address: 'No. 8 Keji Road, Nanshan District, Shenzhen, Guangdong 518057, China',
    },
  ],
  [
    'a card of France',
    'Jean-Luc Martin\nDirecteur commercial\nExemple SARL\n12 rue de la Paix, 75002 Paris\n+33 1 55 55 12 34',
    {
      name: 'Jean-Luc Martin',
      rest: 'Directeur commercial\nExemple SARL',
      address: '12 rue de la Paix, 75002 Paris',
      phone: '+33 155551234',
    },
  ],
  [
    'a contact on one line',
    'Contact: Anna Schmidt, anna@example.org, Tel +49 30 5555 1234',
    { name: 'Anna Schmidt', email: 'anna@example.org', phone: '+49 305 555 1234' },
  ],
  [
    'labels of two words',
    'Company: Example Ltd\nContact person: Anna Lee\nPhone no.: 212-555-0100',
    { company: 'Example Ltd', name: 'Anna Lee', mobile: '+1 212 555 0100' },
  ],
  [
    'a shop',
    "BOB BROWN\nOwner\nBob's Bakery\n212 555 0199",
    { name: 'BOB BROWN', title: 'Owner', rest: "Bob's Bakery", mobile: '+1 212 555 0199' },
  ],
  [
    'the head of an answer',
    'Dana White <dana@example.com> wrote:\n> please call 212-555-0111',
    { name: 'Dana White', email: 'dana@example.com', rest: 'wrote:\n> please call', mobile: '+1 212 555 0111' },
  ],
  [
    'a card of Korea',
    'Kim Min-jun | Example Co. | kim@example.com | +82 2-555-1234',
    { name: 'Kim Min-jun', company: 'Example Co.', email: 'kim@example.com', phone: '+82 2555 1234' },
  ],
  [
    'a post box',
    'Attn: John Smith\nExample Widgets Inc.\nP.O. Box 123\nAnytown, CA 90210',
    { name: 'John Smith', company: 'Example Widgets Inc.', address: 'P.O. Box 123, Anytown, CA 90210' },
  ],
  [
    'a table of two rows',
    'name\tcompany\tphone\temail\nJohn Smith\tExample Inc\t212-555-0100\tjohn@example.com\nMary Major\tOther Inc\t212-555-0101\tmary@example.com',
    {
      name: 'John Smith',
      company: 'Example Inc',
      mobile: '+1 212 555 0100',
      email: 'john@example.com|mary@example.com',
      rest: 'Mary Major\tOther Inc',
      phone: '+1 212 555 0101',
    },
  ],
];

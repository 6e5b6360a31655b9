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
];

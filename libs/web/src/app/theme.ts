import { Input, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Deep blue; white text has a contrast of 12:1 on shade 8 and of 7:1 on shade 6, which fills buttons by night. */
const accent: MantineColorsTuple = [
  '#eef4fb',
  '#dce9f8',
  '#b9d3f0',
  '#8fc1ff',
  '#5f97d8',
  '#3c76b8',
  '#2c5a8f',
  '#214876',
  '#17375e',
  '#0d2440',
];

export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 6 },
  autoContrast: true,
  defaultRadius: 6,
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '0.9375rem', lg: '1.125rem', xl: '1.5rem' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.5rem' }, h2: { fontSize: '1.125rem' }, h3: { fontSize: '0.9375rem' } },
  },
  cursorType: 'pointer',
  components: {
    // Hints under the fields: those side by side then stand on one line.
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
  },
});
